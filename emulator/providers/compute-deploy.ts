import { hour, second } from "../engine/duration";
import type { ActionStart, ProviderModel } from "./provider-model";

/** A deployment that logs under the pipeline's name, as Commands does. */
function model(whatFails: string): ProviderModel {
  return {
    timeoutMs: hour,
    plan: ({ random, account, region, pipeline, executionId }: ActionStart) => ({
      durationMs: random.between(60 * second, 300 * second),
      externalExecutionId: random.uuid(),
      logStreamArn: `arn:aws:logs:${region}:${account}:log-group:/aws/codepipeline/${pipeline}:log-stream:${executionId}`,
      summary: "Deployment Succeeded",
      failure: { code: "JobFailed", message: whatFails },
    }),
  };
}

/** EC2: files and scripts on instances, batch by batch; see deploy-fleet.ts for the instances. */
export const ec2 = model("More targets failed than MaxError allows.");

/** EKS: manifests or a chart in a cluster. */
export const eks = model("The manifests could not be applied to the cluster.");
