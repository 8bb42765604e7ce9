import { minute, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import type { ProviderModel } from "./provider-model";

/** S3 as a deployment target. */
export const s3Deploy: ProviderModel = {
  timeoutMs: 90 * minute,
  plan({ random, region, configuration }) {
    const bucket = configuration.BucketName ?? "";
    return {
      durationMs: random.between(2 * second, 8 * second),
      externalExecutionUrl: consoleUrl(region, `s3/buckets/${bucket}`),
      summary: `Deployed to the bucket ${bucket}.`,
      failure: { code: "PermissionError", message: `Access to the bucket ${bucket} was denied.` },
    };
  },
  entityUrl: ({ region, action }) =>
    consoleUrl(region, `s3/buckets/${action.configuration?.BucketName ?? ""}`),
};
