import type { Instant } from "./instant";
import { openApprovals } from "./open-approvals";
import { firstAsked } from "./parallel-sentence";
import type { PipelineFacts } from "./pipeline-facts";
import { causeOf } from "./waiting-cause";

/** When an open approval ends: where the sentence is about approvals, the next one of the stage it names, else of any. */
export function approvalExpiry(facts: PipelineFacts): Instant | undefined {
  const named = facts.headline === "Approval" ? namedStage(facts) : undefined;
  return facts.stages
    .filter(({ name }) => named === undefined || name === named)
    .flatMap(({ actions }) => actions.flatMap(openApprovals))
    .map(({ expiresAt }) => expiresAt)
    .sort()[0];
}

function namedStage(facts: PipelineFacts): string | undefined {
  return facts.executionMode === "PARALLEL"
    ? firstAsked(facts.executions, facts.stages)?.stage
    : causeOf(facts).stage?.name;
}
