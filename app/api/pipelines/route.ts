import { type PipelineList, PipelineListQuery } from "@/lib/contract/pipeline";
import { listPipelines } from "@/lib/server/reads/list-pipelines";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/pipelines: every pipeline one may see as it is known now. */
export const GET = readRoute(
  { query: PipelineListQuery, versionOf: ({ versions }: PipelineList) => JSON.stringify(versions) },
  async ({ query, viewer }) => listPipelines(viewer, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
