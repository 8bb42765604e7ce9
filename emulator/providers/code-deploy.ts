import { day, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import type { ProviderModel } from "./provider-model";

/** CodeDeploy, to instances or to ECS: the one service that tells how far it is. */
export const codeDeploy: ProviderModel = {
  timeoutMs: 5 * day,
  plan({ random, region }) {
    const id = `d-${random.text(9, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`;
    return {
      durationMs: random.between(90 * second, 400 * second),
      externalExecutionId: id,
      externalExecutionUrl: consoleUrl(region, `codedeploy/home?#/deployments/${id}`),
      summary: "Deployment Succeeded",
      percentSteps: [12, 25, 50, 75, 90],
      failure: {
        code: "JobFailed",
        message: `Deployment ${id} failed: too few healthy instances are left for the deployment to go on.`,
      },
    };
  },
  entityUrl({ region, action }) {
    const { ApplicationName = "", DeploymentGroupName = "" } = action.configuration ?? {};
    return consoleUrl(
      region,
      `codedeploy/home?#/applications/${ApplicationName}/deployment-groups/${DeploymentGroupName}`,
    );
  },
};
