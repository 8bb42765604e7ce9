import clsx from "clsx";

/** A piece of line that takes the room there is; double where executions run in parallel. Never coloured by a status. */
export function Track({ double = false, className }: { double?: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "block min-w-0 flex-1",
        double ? "h-2 border-y-2 border-rail" : "h-0.5 bg-rail",
        className,
      )}
    />
  );
}
