import { PipelineListQuery } from "@/lib/contract/pipeline";
import { listPipelines, tagOfList } from "@/lib/server/reads/list-pipelines";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/pipelines: every pipeline one may see as it is known now. */
export const GET = readRoute({ query: PipelineListQuery, tagOf: tagOfList }, async ({ query, viewer }) =>
  listPipelines(viewer, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
