import type { ReactNode } from "react";

export interface KeyValueProps {
  items: Array<{ key: string; value: ReactNode }>;
}

/** Names and values in two columns. */
export function KeyValue({ items }: KeyValueProps) {
  return (
    <dl className="grid grid-cols-[minmax(88px,auto)_1fr] gap-x-4 gap-y-1">
      {items.map(({ key, value }) => (
        <div key={key} className="contents">
          <dt className="text-ink-3">{key}</dt>
          <dd className="min-w-0 break-words text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
