/** The line under a station in PARALLEL mode: how many executions are in the stage. */
export function StationRuns({ stage, count }: { stage: string; count: number }) {
  return (
    <p className="h-5 truncate text-secondary text-ink-3" title={stage}>
      {count === 0 ? "none inside" : count === 1 ? "1 execution" : `${count} executions`}
    </p>
  );
}
