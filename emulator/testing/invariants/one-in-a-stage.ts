import type { ToldExecution, ToldStage } from "../chronicle";
import type { Invariant, Watched } from "./invariant";

const open: readonly string[] = ["STARTED", "RESUMED", "STOPPING"];

/** No event tells that a stage was skipped. */
export function wasSkipped(world: Watched, { pipeline, id }: ToldExecution, stage: string): boolean {
  return world.records(pipeline)?.executionsById.get(id)?.stays.get(stage)?.status === "Skipped";
}

/** True while an execution is inside a stage: until the stage is over and none of its actions runs. */
export function isInside(world: Watched, execution: ToldExecution, stage: ToldStage | undefined): boolean {
  if (!stage) return false;
  if (
    [...execution.actions.values()].some(
      (action) => action.stage === stage.name && action.state === "STARTED",
    )
  )
    return true;
  return open.includes(stage.state) && !wasSkipped(world, execution, stage.name);
}

/** By events as they come, and by what runs between the moves. */
export const oneInAStage: Invariant = {
  title: "one execution inside a stage",
  watch: (world) => ({
    sees({ level, state, execution, stage }) {
      if (level !== "Stage" || !stage || execution.mode === "PARALLEL") return undefined;
      if (state !== "STARTED" && state !== "RESUMED") return undefined;
      const others = world.chronicle
        .executions(execution.pipeline)
        .filter((other) => other !== execution && other.mode !== "PARALLEL")
        .filter((other) => isInside(world, other, other.stages.get(stage.name)));
      return others.length === 0
        ? undefined
        : `${execution.id} entered ${stage.name} beside ${others[0]?.id}`;
    },
    looks() {
      for (const name of world.chronicle.pipelines.keys()) {
        const pipeline = world.records(name);
        const inside = new Map<string, string>();
        for (const { stageRun } of [...(pipeline?.runningActions ?? []), ...(pipeline?.runningRules ?? [])]) {
          const { execution, declaration } = stageRun;
          if (execution.mode === "PARALLEL") continue;
          const other = inside.get(declaration.name) ?? execution.id;
          if (other !== execution.id) return `${execution.id} and ${other} are in ${declaration.name}`;
          inside.set(declaration.name, execution.id);
        }
      }
      return undefined;
    },
  }),
};
