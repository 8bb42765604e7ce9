import { findPipeline } from "../engine/pipeline-lookup";
import { disableTransition, gateOf, type TransitionType } from "../engine/transition";
import { defineOperation } from "./operation";

interface Input {
  pipelineName: string;
  stageName: string;
  transitionType: TransitionType;
  reason: string;
}

/** DisableStageTransition: nothing enters the stage any more; what is in it goes on. */
export const disableStageTransition = defineOperation<Input>({
  name: "DisableStageTransition",
  input: "DisableStageTransitionInput",
  errors: ["PipelineNotFound", "StageNotFound"],
  run(world, ctx, { pipelineName, stageName, transitionType, reason }) {
    const gate = gateOf(findPipeline(world, ctx, pipelineName), stageName, transitionType);
    disableTransition(world, gate, ctx.principalArn, reason);
    return undefined;
  },
});
