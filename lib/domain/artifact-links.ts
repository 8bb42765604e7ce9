import type { ActionState, StageState } from "./pipeline-state";

/** An action by the names AWS gives it. */
export interface ActionPlace {
  stage: string;
  action: string;
}

/** An artifact on its way from the action that puts it out to one that takes it. */
export interface ArtifactLink {
  artifact: string;
  from: ActionPlace;
  to: ActionPlace;
}

interface Producer extends ActionPlace {
  stageAt: number;
  runOrder: number;
}

/**
 * How artifacts flow through a pipeline: of each input the action that put it out last before the taker starts, in a stage
 * before or at a lower run order. An input that nobody puts out has no link. In the order of the takers.
 */
export function artifactLinks(stages: readonly StageState[]): ArtifactLink[] {
  const producers = new Map<string, Producer[]>();
  for (const [stageAt, stage] of stages.entries())
    for (const { name: action, runOrder, outputArtifacts } of inOrder(stage.actions))
      for (const artifact of outputArtifacts) {
        const known = producers.get(artifact) ?? [];
        known.push({ stage: stage.name, action, stageAt, runOrder });
        producers.set(artifact, known);
      }
  return stages.flatMap((stage, stageAt) =>
    inOrder(stage.actions).flatMap(({ name: action, runOrder, inputArtifacts }) =>
      [...new Set(inputArtifacts)].flatMap((artifact) => {
        const before = (one: Producer) =>
          one.stageAt < stageAt || (one.stageAt === stageAt && one.runOrder < runOrder);
        const from = producers.get(artifact)?.findLast(before);
        if (from === undefined) return [];
        return [
          { artifact, from: { stage: from.stage, action: from.action }, to: { stage: stage.name, action } },
        ];
      }),
    ),
  );
}

/** The links that lead to an action, and those that lead on from it. */
export function linksOf(
  links: readonly ArtifactLink[],
  { stage, action }: ActionPlace,
): { into: ArtifactLink[]; outOf: ArtifactLink[] } {
  const is = (place: ActionPlace) => place.stage === stage && place.action === action;
  return { into: links.filter(({ to }) => is(to)), outOf: links.filter(({ from }) => is(from)) };
}

function inOrder(actions: readonly ActionState[]): ActionState[] {
  return [...actions].sort((a, b) => a.runOrder - b.runOrder);
}
