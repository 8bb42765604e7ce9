import type { ExecutionSummary } from "../execution";
import type { ActionState, InboundExecution, StageState } from "../pipeline-state";
import type { Revision } from "../revision";

/** A source revision whose short id is its first 7 characters. */
export function revision(id: string, summary?: string): Revision {
  return { action: "app", id: id.padEnd(40, "0"), shortId: id.slice(0, 7), summary };
}

/** An action of a stage, Succeeded unless said otherwise. */
export function action(name: string, facts: Partial<ActionState> = {}): ActionState {
  return {
    name,
    runOrder: 1,
    category: "Build",
    owner: "AWS",
    provider: "CodeBuild",
    standing: "Succeeded",
    inputArtifacts: [],
    outputArtifacts: [],
    configuration: [],
    ...facts,
  };
}

/** A stage that succeeded, with an open transition and nobody in front of it, unless said otherwise. */
export function stage(name: string, facts: Partial<StageState> = {}): StageState {
  return {
    name,
    standing: "Succeeded",
    executionId: "e0",
    revision: revision("aaaaaaa", "Print label before pick-up slot"),
    inbound: [],
    transition: { enabled: true },
    actions: [],
    ...facts,
  };
}

/** An execution that waits in front of a stage. */
export function inbound(executionId: string, facts: Partial<InboundExecution> = {}): InboundExecution {
  return {
    executionId,
    label: executionId,
    kind: "track",
    status: "InProgress",
    executionType: "STANDARD",
    revisions: [],
    ...facts,
  };
}

/** An execution of a list. */
export function execution(id: string, facts: Partial<ExecutionSummary> = {}): ExecutionSummary {
  return {
    id,
    standing: facts.status ?? "Succeeded",
    status: "Succeeded",
    revisions: [revision(id)],
    executionType: "STANDARD",
    stages: [],
    ...facts,
  };
}
