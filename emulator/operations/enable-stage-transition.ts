import { findPipeline } from "../engine/pipeline-lookup";
import { enableTransition, gateOf, type TransitionType } from "../engine/transition";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  stageName: string;
  transitionType: TransitionType;
}

/** EnableStageTransition: the stage takes executions again, the waiting one first. */
export const enableStageTransition = defineOperation<Input>({
  name: "EnableStageTransition",
  input: "EnableStageTransitionInput",
  errors: ["PipelineNotFound", "StageNotFound"],
  run(world, ctx, { pipelineName, stageName, transitionType }) {
    const gate = gateOf(findPipeline(world, ctx, pipelineName), stageName, transitionType);
    enableTransition(world, gate, ctx.principalArn);
    return undefined;
  },
});
