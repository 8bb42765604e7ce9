import type { ReactNode } from "react";

/** A small fact in a hairline box: `queued`, `parallel`, `attempt 2`. */
export function Tag({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span
      title={title}
      className="inline-flex h-[18px] shrink-0 items-center rounded-[4px] border border-line-2 px-[5px] text-label font-normal text-ink-2 whitespace-nowrap"
    >
      {children}
    </span>
  );
}
