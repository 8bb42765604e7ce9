import type { ActionRun } from "../record";

/** The percentage an action in progress reported last before `now` (epoch ms); undefined when it reports none. */
export function percentComplete(run: ActionRun, now: number): number | undefined {
  const { percentSteps, expectedEndAt, startedAt, reportedPercent } = run;
  if (run.status === "InProgress" && reportedPercent !== undefined) return reportedPercent;
  if (run.status !== "InProgress" || percentSteps.length === 0 || expectedEndAt === undefined)
    return undefined;
  const part = (expectedEndAt - startedAt) / (percentSteps.length + 1);
  const reported = part > 0 ? Math.floor((now - startedAt) / part) : 0;
  return reported === 0 ? 0 : percentSteps[Math.min(reported, percentSteps.length) - 1];
}
