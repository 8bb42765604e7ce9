import { ExecutionListQuery } from "@/lib/contract/execution-list";
import { PipelinePath } from "@/lib/contract/path";
import { listExecutions } from "@/lib/server/reads/list-executions";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/executions?status=&cursor=&limit=: what ran, newest first. */
export const GET = readRoute(
  { params: PipelinePath, query: ExecutionListQuery, repeatable: ["status"] },
  async ({ params, query, viewer }) => listExecutions(viewer, params, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
