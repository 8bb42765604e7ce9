import { DeployTargetsQuery } from "@/lib/contract/deploy-targets";
import { ExecutionPath } from "@/lib/contract/path";
import { getDeployTargets } from "@/lib/server/reads/get-deploy-targets";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/executions/{id}/targets?run=: what a deploy action deployed to, and what happened there. */
export const GET = readRoute(
  { params: ExecutionPath, query: DeployTargetsQuery },
  async ({ params, query, viewer }) => getDeployTargets(viewer, params, query.run),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
