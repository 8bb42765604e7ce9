import { maskDeclaration } from "../engine/mask-secrets";
import { findPipeline } from "../engine/pipeline-lookup";
import { ServiceError } from "../engine/service-error";
import { pollingDisabledAt } from "../engine/triggers/polling";
import { wireInstant } from "../engine/views/instant";
import { defineOperation } from "./operation";

interface Input {
  name: string;
  version?: number;
}

/** GetPipeline: structure and metadata of the newest or a given version. */
export const getPipeline = defineOperation<Input>({
  name: "GetPipeline",
  input: "GetPipelineInput",
  errors: ["PipelineNotFound", "PipelineVersionNotFound"],
  run(world, ctx, { name, version }) {
    const pipeline = findPipeline(world, ctx, name);
    const declaration = pipeline.versions[(version ?? pipeline.versions.length) - 1];
    if (!declaration) {
      throw new ServiceError(
        "PipelineVersionNotFoundException",
        `Pipeline '${name}' does not have a version with number '${version}'`,
      );
    }
    const disabledAt = pollingDisabledAt(pipeline, world.now);
    return {
      pipeline: maskDeclaration(declaration, pipeline.types),
      metadata: {
        pipelineArn: pipeline.arn,
        created: wireInstant(pipeline.createdAt),
        updated: wireInstant(pipeline.updatedAt),
        ...(disabledAt !== undefined && { pollingDisabledAt: wireInstant(disabledAt) }),
      },
    };
  },
});
