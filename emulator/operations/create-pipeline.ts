import { createPipeline as record } from "../engine/create-pipeline";
import type { PipelineDeclaration } from "../engine/declaration";
import { maskDeclaration } from "../engine/mask-secrets";
import { normaliseDeclaration } from "../engine/normalise-declaration";
import { currentDeclaration } from "../engine/pipeline-lookup";
import { ServiceError } from "../engine/service-error";
import { startExecution } from "../engine/start-execution";
import { checkStructure } from "../engine/structure/check-structure";
import { type Tag, tagList, withTags } from "../engine/tags";
import { refuseTooManyPolled } from "../engine/triggers/polling";
import { defineOperation } from "./operation";

interface Input {
  pipeline: PipelineDeclaration;
  tags?: Tag[];
}

/** CreatePipeline: version 1 of a pipeline, and its first execution. */
export const createPipeline = defineOperation<Input>({
  name: "CreatePipeline",
  input: "CreatePipelineInput",
  errors: [
    "PipelineNameInUse",
    "InvalidStageDeclaration",
    "InvalidActionDeclaration",
    "InvalidBlockerDeclaration",
    "InvalidStructure",
    "LimitExceeded",
    "TooManyTags",
    "InvalidTags",
    "ConcurrentModification",
  ],
  run(world, ctx, { pipeline: asked, tags = [] }) {
    const records = world.region(ctx.account, ctx.region);
    if (records.pipeline(asked.name)) {
      throw new ServiceError(
        "PipelineNameInUseException",
        `A pipeline with the name '${asked.name}' already exists in account '${ctx.account}'`,
      );
    }
    checkStructure(asked, ctx, records.types);
    refuseTooManyPolled(world, ctx, asked);
    if (records.count >= world.pipelinesPerRegion) {
      throw new ServiceError(
        "LimitExceededException",
        `Account '${ctx.account}' has ${records.count} pipelines in Region ${ctx.region}, the most it may have`,
      );
    }
    const arn = `arn:aws:codepipeline:${ctx.region}:${ctx.account}:${asked.name}`;
    const pipeline = record(world, ctx, normaliseDeclaration(asked), withTags(arn, new Map(), tags));
    startExecution(world, pipeline, { triggerType: "CreatePipeline", triggerDetail: ctx.principalArn });
    return {
      pipeline: maskDeclaration(currentDeclaration(pipeline), records.types),
      ...(tags.length > 0 && { tags: tagList(pipeline.tags) }),
    };
  },
});
