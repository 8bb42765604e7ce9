import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from "../declaration";
import { demand, repeated } from "./demand";

function outputNames(actions: readonly ActionDeclaration[]): string[] {
  return actions.flatMap((action) => (action.outputArtifacts ?? []).map((artifact) => artifact.name));
}

/** Actions of a stage by run order, lowest first. */
export function groupsOf(stage: StageDeclaration): ActionDeclaration[][] {
  const groups = new Map<number, ActionDeclaration[]>();
  for (const action of stage.actions) {
    const order = action.runOrder ?? 1;
    groups.set(order, [...(groups.get(order) ?? []), action]);
  }
  return [...groups].sort(([left], [right]) => left - right).map(([, actions]) => actions);
}

/** Output artifacts have names of their own, and every input is the output of an action that ended before. */
export function checkArtifactFlow({ stages }: PipelineDeclaration): void {
  const [twice] = repeated(outputNames(stages.flatMap((stage) => stage.actions)));
  demand(
    twice === undefined,
    "InvalidActionDeclaration",
    `Output artifact names must be unique in the pipeline: ${twice}`,
  );
  const made = new Set<string>();
  for (const group of stages.flatMap(groupsOf)) {
    for (const action of group) {
      const missing = (action.inputArtifacts ?? []).find((artifact) => !made.has(artifact.name));
      demand(
        missing === undefined,
        "InvalidActionDeclaration",
        `Input artifact ${missing?.name} of action ${action.name} is not the output of an earlier action`,
      );
    }
    for (const name of outputNames(group)) made.add(name);
  }
}
