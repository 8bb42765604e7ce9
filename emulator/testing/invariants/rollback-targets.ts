import type { Invariant, Watched } from "./invariant";

function targetOf({ small }: Watched, pipelineName: string, pipelineExecutionId: string): string {
  const { pipelineExecution } = small.ask<{
    pipelineExecution: { rollbackMetadata?: { rollbackTargetPipelineExecutionId: string } };
  }>("GetPipelineExecution", { pipelineName, pipelineExecutionId });
  return pipelineExecution.rollbackMetadata?.rollbackTargetPipelineExecutionId ?? "";
}

/** And it runs that stage only. */
export const rollbackTargets: Invariant = {
  title: "a rollback goes back to a success in its stage",
  watch: (world) => ({
    sees({ level, state, execution, stage }) {
      if (level !== "Stage" || state !== "STARTED" || !stage) return undefined;
      if (!execution.triggerType?.endsWith("Rollback")) return undefined;
      if (execution.stages.size > 1) return `rollback ${execution.id} entered a second stage, ${stage.name}`;
      const target = world.chronicle.execution(
        execution.pipeline,
        targetOf(world, execution.pipeline, execution.id),
      );
      if (!target) return `rollback ${execution.id} has no target`;
      const fits =
        target.stages.get(stage.name)?.state === "SUCCEEDED" &&
        !target.triggerType?.endsWith("Rollback") &&
        target.version === execution.version;
      return fits ? undefined : `${target.id} is no target for a rollback of ${stage.name}`;
    },
  }),
};
