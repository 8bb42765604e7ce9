import { FoundExecutionsQuery } from "@/lib/contract/found-executions";
import { findExecutions } from "@/lib/server/reads/find-executions";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/executions: executions of any pipeline one may see, by the beginning of their id. */
export const GET = readRoute({ query: FoundExecutionsQuery }, async ({ query, viewer }) =>
  findExecutions(viewer, query.id),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
