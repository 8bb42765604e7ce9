import { ExecutionPath } from "@/lib/contract/path";
import { getExecution } from "@/lib/server/reads/get-execution";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/executions/{id}: one execution with its stages, actions, rules, revisions and variables. */
export const GET = readRoute({ params: ExecutionPath }, async ({ params, viewer }) =>
  getExecution(viewer, params),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
