import type { ExecutionSummary } from "../execution";
import { headline } from "../headline";
import type { RuleState, StageState } from "../pipeline-state";
import type { Waiting } from "../waiting";
import { action, inbound, stage } from "./line";

/** A transition that somebody closed. */
export const closed = {
  enabled: false,
  changedBy: "m.okafor",
  changedAt: "2026-11-21T02:57:00.000Z",
  reason: "Index rebuild.",
};
/** An action that failed. */
export const failed = action("deploy-eu", { standing: "Failed" });
/** Two executions in front of a stage. */
export const behind = [inbound("41fa0c7"), inbound("5512be0")];
/** An open approval of e0. */
export const approval = {
  executionId: "e0",
  askedAt: "2026-11-21T01:00:00.000Z",
  expiresAt: "2026-11-21T05:04:00.000Z",
  timeoutMs: 1,
};

/** The gate of `closed` into Prod with `behind` in front of it. */
export const atGate =
  "The gate into Prod is closed by m.okafor: Index rebuild. 41fa0c7 and 5512be0 wait in front of it.";

/** The facts of a line. */
export function factsOf(stages: StageState[], executions: ExecutionSummary[] = [], executionMode = "QUEUED") {
  return { headline: headline(executionMode, stages, executions), executionMode, stages, executions };
}

/** A sentence as it is read, and what is said besides of the gate. */
export function said({ lead, text, gate }: Waiting): string {
  const besides = gate === undefined ? "" : ` + ${gate.text}`;
  return `${lead === undefined ? "" : `[${lead}] `}${text}${besides}`;
}

/** An action that runs. */
export const compiling = action("compile", { standing: "InProgress", startedAt: "2026-11-21T03:00:00.000Z" });
/** A rule that is still evaluated. */
export const window = {
  name: "window Mon-Fri",
  standing: "InProgress",
  changedAt: "2026-11-21T03:00:00.000Z",
  endsBy: "2026-11-21T04:00:00.000Z",
};

/** A stage that a rule holds before its entry. */
export const heldBy = (rule: RuleState) =>
  stage("Prod", { standing: "InProgress", beforeEntry: { standing: "InProgress", rules: [rule] } });

/** A stage that nothing has run in. */
export const neverRun = (name: string, more: Partial<StageState> = {}) =>
  stage(name, { standing: "NotYetRun", executionId: undefined, revision: undefined, ...more });
