import type { StageState } from "@/lib/domain/pipeline-state";

/** `Build.bundle`: the action that puts out an artifact, in this stage or one before it; undefined where none does. */
export function artifactOrigin(
  stages: readonly StageState[],
  before: StageState,
  artifact: string,
): string | undefined {
  const until = stages.findIndex((stage) => stage.name === before.name);
  for (const stage of stages.slice(0, until + 1).toReversed()) {
    const action = stage.actions.find((each) => each.outputArtifacts.includes(artifact));
    if (action !== undefined) {
      return `${stage.name}.${action.name}`;
    }
  }
  return undefined;
}
