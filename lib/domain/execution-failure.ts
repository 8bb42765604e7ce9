import type { ExecutionFailure, TimelineStage } from "./execution-detail";

/**
 * The run that failed last, action or rule, when the execution failed; what to look at first. One that was run again is no
 * cause any more, however that ended.
 */
export function newestFailure(
  status: string,
  stages: readonly TimelineStage[],
): ExecutionFailure | undefined {
  if (status !== "Failed") return undefined;
  const failed = stages.flatMap((stage) => [
    ...lastAttempts(stage.actions)
      .filter((run) => run.status === "Failed")
      .map((run) => ({ stage: stage.name, rule: false, run })),
    ...lastAttempts(stage.rules)
      .filter((run) => run.status === "Failed" && !run.overridden)
      .map((run) => ({ stage: stage.name, rule: true, run })),
  ]);
  // Rules of the same instant come after the action whose failure asked them, which says more.
  const end = (one: (typeof failed)[number]) => one.run.endedAt ?? one.run.startedAt ?? "";
  const [newest] = failed
    .filter((one) => !(one.rule && "condition" in one.run && one.run.condition === "onFailure"))
    .sort((a, b) => end(b).localeCompare(end(a)) || Number(a.rule) - Number(b.rule));
  if (!newest) return undefined;
  const { stage, rule, run } = newest;
  return {
    stage,
    action: run.name,
    attempt: run.attempt,
    runId: run.id,
    rule,
    code: run.error?.code,
    message: run.error?.message ?? run.summary,
    externalUrl: run.externalExecutionUrl,
  };
}

function lastAttempts<Run extends { name: string; attempt: number }>(runs: readonly Run[]): Run[] {
  const last = new Map<string, number>();
  for (const { name, attempt } of runs) last.set(name, Math.max(attempt, last.get(name) ?? 0));
  return runs.filter(({ name, attempt }) => attempt === last.get(name));
}
