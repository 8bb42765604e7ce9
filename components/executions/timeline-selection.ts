import { actionKey, readActionKey } from "@/lib/domain/action-key";
import type { ActionRun, RuleRun, TimelineStage } from "@/lib/domain/execution-detail";
import type { TimelineRow } from "./timeline-rows";
import type { ExecutionParams } from "./use-execution-params";

/** The run a person has selected. */
export type SelectedRun = { stage: TimelineStage } & (
  | { kind: "action"; run: ActionRun }
  | { kind: "rule"; run: RuleRun }
);

/** The run an address names; its last attempt when it names none, nothing when there is no such run. */
export function selectedRun(
  stages: readonly TimelineStage[],
  { action, rule, attempt }: ExecutionParams,
): SelectedRun | undefined {
  const at = readActionKey(action ?? rule);
  const stage = stages.find((each) => each.name === at?.stage);
  if (at === undefined || stage === undefined) return undefined;
  const meant = (run: { name: string; attempt: number }) =>
    run.name === at.action && (attempt === undefined || run.attempt === Number(attempt));
  if (action !== undefined) {
    const run = stage.actions.findLast(meant);
    return run === undefined ? undefined : { stage, kind: "action", run };
  }
  const run = stage.rules.findLast(meant);
  return run === undefined ? undefined : { stage, kind: "rule", run };
}

/** What the address says once a line is selected; undefined for lines without a run. */
export function selectRow(row: TimelineRow): ExecutionParams | undefined {
  if (row.kind !== "action" && row.kind !== "rule") return undefined;
  return selectRun(row.kind, row.stage, row.run, row.several);
}

/** What the address says once a run is selected. The attempt is named only where there are several. */
export function selectRun(
  kind: "action" | "rule",
  stage: string,
  run: { name: string; attempt: number },
  several: boolean,
): ExecutionParams {
  const key = actionKey(stage, run.name);
  return {
    action: kind === "action" ? key : undefined,
    rule: kind === "rule" ? key : undefined,
    attempt: several ? String(run.attempt) : undefined,
  };
}
