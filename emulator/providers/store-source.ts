import { hour, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import type { ProviderModel } from "./provider-model";

/** S3 as a source: the newest version of an object. */
export const s3Source: ProviderModel = {
  timeoutMs: hour,
  plan({ random, revision, configuration }) {
    return {
      durationMs: random.between(1 * second, 4 * second),
      ...(revision && {
        externalExecutionId: revision.revisionId,
        summary: revision.summary ?? `Amazon S3 version id: ${revision.revisionId}`,
        outputVariables: {
          BucketName: configuration.S3Bucket ?? "",
          ETag: random.hex(32),
          ObjectKey: revision.objectKey ?? configuration.S3ObjectKey ?? "",
          VersionId: revision.revisionId,
        },
      }),
      failure: {
        code: "ConfigurationError",
        message: "The object does not exist, or the role may not read it.",
      },
    };
  },
  entityUrl: ({ region, action }) => consoleUrl(region, `s3/buckets/${action.configuration?.S3Bucket ?? ""}`),
  revision: ({ region, action }, random) => ({
    revisionId: random.text(32, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._"),
    url: consoleUrl(region, `s3/object/${action.configuration?.S3Bucket ?? ""}`),
  }),
};

/** ECR as a source: the image a tag points to. */
export const ecrSource: ProviderModel = {
  timeoutMs: hour,
  plan({ random, revision, configuration, account, region }) {
    const repository = configuration.RepositoryName ?? "";
    const tag = configuration.ImageTag ?? "latest";
    return {
      durationMs: random.between(1 * second, 4 * second),
      ...(revision && {
        externalExecutionId: revision.revisionId,
        ...(revision.summary !== undefined && { summary: revision.summary }),
        ...(revision.url !== undefined && { externalExecutionUrl: revision.url }),
        outputVariables: {
          ImageDigest: revision.revisionId,
          ImageTag: tag,
          ImageURI: `${account}.dkr.ecr.${region}.amazonaws.com/${repository}@${revision.revisionId}`,
          RegistryId: account,
          RepositoryName: repository,
        },
      }),
      failure: { code: "ConfigurationError", message: `No image with the tag ${tag} is in the repository.` },
    };
  },
  entityUrl: ({ region, action }) =>
    consoleUrl(region, `ecr/repositories/${action.configuration?.RepositoryName ?? ""}`),
  revision: ({ region, action }, random) => ({
    revisionId: `sha256:${random.hex(64)}`,
    summary: `Image pushed with the tag ${action.configuration?.ImageTag ?? "latest"}`,
    url: consoleUrl(region, `ecr/repositories/${action.configuration?.RepositoryName ?? ""}`),
  }),
};
