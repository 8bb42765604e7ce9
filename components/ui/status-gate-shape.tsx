import clsx from "clsx";

/** The two amber drawings: a solid diamond for an approval, an arrow against a striped bar for a closed transition. */
export function StatusGateShape({
  standing,
  drained,
}: {
  standing: "Approval" | "ClosedGate";
  drained: boolean;
}) {
  const body = drained ? "fill-line-2 stroke-idle-fill" : "fill-wait-fill stroke-wait-edge";
  if (standing === "Approval") {
    return (
      <>
        <path d="M8 .8L15.2 8 8 15.2.8 8z" className={body} strokeWidth="1.2" />
        <path
          d="M6.2 6.5A1.85 1.85 0 1 1 8.9 8.1c-.6.35-.9.7-.9 1.3M8 11.6h.01"
          className={drained ? "stroke-ink" : "stroke-on-wait"}
          strokeWidth="1.6"
        />
      </>
    );
  }
  return (
    <>
      <path d="M.9 8h5.6M4.2 5.5L6.8 8l-2.6 2.5" className={drained ? "stroke-idle" : "stroke-wait"} />
      <path
        d="M10.6 1.2h3.2a1 1 0 0 1 1 1v11.6a1 1 0 0 1-1 1h-3.2a1 1 0 0 1-1-1V2.2a1 1 0 0 1 1-1z"
        className={body}
        strokeWidth="1"
      />
      <path
        d="M10.3 6.3l3.8-3.2M10.3 10l3.8-3.2M10.3 13.7l3.8-3.2"
        className={clsx("[stroke-linecap:butt]", drained ? "stroke-idle" : "stroke-wait-stripe")}
        strokeWidth="1.5"
      />
    </>
  );
}
