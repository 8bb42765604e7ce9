import clsx from "clsx";

/** A revision at rest: its short id in a hairline box. `title` is the whole id or message, for the pointer. */
export function Ticket({
  label,
  title,
  drained = false,
}: {
  label: string;
  title?: string;
  drained?: boolean;
}) {
  return (
    <span
      title={title}
      className={clsx(
        "inline-flex h-4 shrink-0 items-center rounded-ticket border border-line-2 bg-surface px-[3px] font-mono text-label/[14px] font-medium whitespace-nowrap",
        drained ? "text-ink-3" : "text-ink-2",
      )}
    >
      {label}
    </span>
  );
}
