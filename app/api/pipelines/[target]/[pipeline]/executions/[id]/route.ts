import { ExecutionDetailQuery } from "@/lib/contract/execution-detail";
import { ExecutionPath } from "@/lib/contract/path";
import { compareExecution } from "@/lib/server/reads/compare-executions";
import { getExecution } from "@/lib/server/reads/get-execution";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/executions/{id}: one execution with its stages, actions, rules, revisions and variables; ?compareWith= another. */
export const GET = readRoute(
  { params: ExecutionPath, query: ExecutionDetailQuery },
  async ({ params, query, viewer }) =>
    query.compareWith === undefined
      ? getExecution(viewer, params)
      : compareExecution(viewer, params, query.compareWith),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
