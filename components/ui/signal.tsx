import clsx from "clsx";

const HEIGHTS = { mini: "h-[18px]", medium: "h-[22px]", full: "h-8" } as const;

export interface SignalProps {
  closed: boolean;
  size?: keyof typeof HEIGHTS;
  drained?: boolean;
  /** Lies across a line that runs downwards. */
  across?: boolean;
}

/** A transition: open, the line goes on; closed, a striped barrier stands in it. */
export function Signal({ closed, size = "mini", drained = false, across = false }: SignalProps) {
  if (!closed)
    return <span aria-hidden className={across ? "w-0.5 self-stretch bg-rail" : "h-0.5 w-[9px] bg-rail"} />;
  return (
    <span
      role="img"
      aria-label="Transition closed"
      title="Transition closed"
      className={clsx(
        "block shrink-0 rounded-[2px] border",
        across ? "h-[9px] w-8" : `w-[9px] ${HEIGHTS[size]}`,
        drained ? "border-idle-fill bg-line-2" : "border-wait-edge striped",
      )}
    />
  );
}
