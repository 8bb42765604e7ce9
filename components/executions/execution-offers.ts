import type { PipelineParams } from "@/components/pipelines/use-pipeline-params";
import { pressAddress } from "@/components/presses/press-address";
import { actionKey } from "@/lib/domain/action-key";
import type { ExecutionDetail, RuleRun, TimelineStage } from "@/lib/domain/execution-detail";
import { isInFlight } from "@/lib/domain/in-flight";
import type { Verb } from "@/lib/domain/receipt";

/** One press that an execution's page offers, or why not now. */
export interface ExecutionOffer {
  /** What the address says once its decision is open. */
  open: Pick<PipelineParams, "press" | "review">;
  label: string;
  off?: string;
  primary?: boolean;
}

/**
 * What can be pressed on an execution besides stopping it: the approval that waits, the condition that holds it; where it
 * failed, or stopped, a retry and a rollback; where it went through, the way back to it in the last stage. Nothing on what
 * AWS no longer knows.
 */
export function executionOffers(
  { summary, stages, forgotten = false, pipelineVersion, currentVersion }: ExecutionDetail,
  whyNot: (verb: Verb, stage?: string) => string | undefined,
): ExecutionOffer[] {
  if (forgotten) return [];
  const isParallel = summary.executionMode === "PARALLEL";
  // In PARALLEL mode executions do not take stages from one another.
  const whyLeft = (stage: TimelineStage) => (isParallel ? undefined : leftStage(stage));
  const held = heldOffers(stages, whyNot, whyLeft);
  if (isInFlight(summary.status) && summary.status !== "Stopping") return held;
  const failed = stages.findLast(({ standing }) => ["Failed", "Errored", "Stopped"].includes(standing));
  const isSource = failed?.name === stages[0]?.name;
  const parallel = isParallel ? "AWS does not roll back stages in PARALLEL mode." : undefined;
  const changed =
    pipelineVersion !== undefined && currentVersion !== undefined && pipelineVersion !== currentVersion
      ? `The pipeline was changed since: it is at version ${currentVersion}, this ran with ${pipelineVersion}.`
      : undefined;
  if (failed) {
    const left = whyLeft(failed);
    const back: ExecutionOffer = {
      open: { press: pressAddress({ verb: "rollback", stage: failed.name }) },
      label: `Roll back ${failed.name}…`,
      off: whyNot("rollback", failed.name) ?? parallel ?? left,
    };
    const retry: ExecutionOffer = {
      open: { press: pressAddress({ verb: "retry", stage: failed.name }) },
      label: `Retry ${failed.name}…`,
      off: whyNot("retry", failed.name) ?? left ?? changed,
      primary: held.length === 0,
    };
    return isSource ? [retry] : [back, retry, ...held];
  }
  const last = stages.slice(1).findLast(({ standing }) => standing === "Succeeded");
  if (summary.status !== "Succeeded" || summary.executionType === "ROLLBACK" || !last) return [];
  return [
    {
      open: { press: pressAddress({ verb: "rollback", stage: last.name }) },
      label: `Roll ${last.name} back to this…`,
      off: whyNot("rollback", last.name) ?? parallel ?? changed,
    },
  ];
}

const OVERRIDABLE = ["Failed", "Errored", "InProgress"];
const KINDS = { beforeEntry: "BEFORE_ENTRY", onSuccess: "ON_SUCCESS" } as const;

/** AWS retries, overrides and rolls back what a stage holds now. */
function leftStage({ name, now }: TimelineStage): string | undefined {
  return now && `${name} has ${now.label} now: what stopped there is no longer in it.`;
}

/** What waits for a person in the stage the execution is in: an approval that is asked, a condition that is not met. */
function heldOffers(
  stages: readonly TimelineStage[],
  whyNot: (verb: Verb, stage?: string) => string | undefined,
  whyLeft: (stage: TimelineStage) => string | undefined,
): ExecutionOffer[] {
  const stage = stages.findLast(({ startedAt }) => startedAt !== undefined);
  if (stage === undefined) return [];
  const asked = stage.actions.findLast(({ standing }) => standing === "Approval");
  if (asked !== undefined)
    return [{ open: { review: actionKey(stage.name, asked.name) }, label: "Review…", primary: true }];
  const condition = heldBy(stage.rules);
  if (condition === undefined) return [];
  return [
    {
      open: { press: pressAddress({ verb: "override", stage: stage.name, condition }) },
      label: "Override…",
      off: whyNot("override", stage.name) ?? whyLeft(stage),
      primary: true,
    },
  ];
}

/** The condition whose newest rules do not let the execution on. */
function heldBy(rules: readonly RuleRun[]) {
  const last = rules.findLast(({ condition }) => condition === "beforeEntry" || condition === "onSuccess");
  if (last === undefined || last.condition === undefined || last.condition === "onFailure") return undefined;
  const newest = rules.filter((rule) => rule.condition === last.condition && rule.attempt === last.attempt);
  const holds = newest.some(({ standing, overridden }) => OVERRIDABLE.includes(standing) && !overridden);
  return holds ? KINDS[last.condition] : undefined;
}
