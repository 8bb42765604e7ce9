import { hour, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import type { ProviderModel } from "./provider-model";

function servicePage(region: string, configuration: Record<string, string> | undefined): string {
  const { ClusterName = "", ServiceName = "" } = configuration ?? {};
  return consoleUrl(region, `ecs/v2/clusters/${ClusterName}/services/${ServiceName}/deployments`);
}

/** ECS: a rolling update of a service. */
export const ecs: ProviderModel = {
  timeoutMs: hour,
  plan({ random, region, configuration }) {
    return {
      durationMs: random.between(120 * second, 300 * second),
      externalExecutionId: random.uuid(),
      externalExecutionUrl: servicePage(region, configuration),
      summary: "Deployment completed.",
      failure: {
        code: "JobFailed",
        message: `The service ${configuration.ServiceName ?? ""} did not reach a steady state: tasks failed their health checks.`,
      },
    };
  },
  entityUrl: ({ region, action }) => servicePage(region, action.configuration),
};
