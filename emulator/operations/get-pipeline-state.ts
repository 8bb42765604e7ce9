import { currentDeclaration, findPipeline } from "../engine/pipeline-lookup";
import { wireInstant } from "../engine/views/instant";
import { stageState } from "../engine/views/stage-state";
import { defineOperation } from "./operation";

/** GetPipelineState: per stage and action the latest run there. PARALLEL pipelines show stages without executions. */
export const getPipelineState = defineOperation<{ name: string }>({
  name: "GetPipelineState",
  input: "GetPipelineStateInput",
  errors: ["PipelineNotFound"],
  run(world, ctx, { name }) {
    const pipeline = findPipeline(world, ctx, name);
    const declaration = currentDeclaration(pipeline);
    const showRuns = declaration.executionMode !== "PARALLEL";
    const stageStates = declaration.stages.flatMap((stage) => {
      const gate = pipeline.gates.get(stage.name);
      return gate ? [stageState(world, pipeline, stage, gate, showRuns)] : [];
    });
    return {
      pipelineName: pipeline.name,
      pipelineVersion: pipeline.versions.length,
      stageStates,
      created: wireInstant(pipeline.createdAt),
      updated: wireInstant(pipeline.updatedAt),
    };
  },
});
