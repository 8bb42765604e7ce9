import type { PipelineDeclaration } from "../engine/declaration";
import { keepSecrets, maskDeclaration } from "../engine/mask-secrets";
import { normaliseDeclaration } from "../engine/normalise-declaration";
import { currentDeclaration, noSuchPipeline } from "../engine/pipeline-lookup";
import { ServiceError } from "../engine/service-error";
import { checkStructure } from "../engine/structure/check-structure";
import { refuseTooManyPolled } from "../engine/triggers/polling";
import { updatePipeline as record } from "../engine/update-pipeline";
import { defineOperation } from "./operation";

interface Input {
  pipeline: PipelineDeclaration;
}

/** UpdatePipeline: the next version; executions outside PARALLEL are cancelled. An unknown name is a ValidationException. */
export const updatePipeline = defineOperation<Input>({
  name: "UpdatePipeline",
  input: "UpdatePipelineInput",
  errors: [
    "InvalidStageDeclaration",
    "InvalidActionDeclaration",
    "InvalidBlockerDeclaration",
    "InvalidStructure",
    "LimitExceeded",
  ],
  run(world, ctx, { pipeline: asked }) {
    const pipeline = world.region(ctx.account, ctx.region).pipeline(asked.name);
    if (!pipeline) throw new ServiceError("ValidationException", noSuchPipeline(ctx, asked.name));
    const { types } = pipeline;
    checkStructure(asked, ctx, types);
    refuseTooManyPolled(world, ctx, asked);
    record(world, pipeline, keepSecrets(normaliseDeclaration(asked), currentDeclaration(pipeline), types));
    return { pipeline: maskDeclaration(currentDeclaration(pipeline), types) };
  },
});
