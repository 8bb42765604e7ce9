import { PipelinePath } from "@/lib/contract/path";
import { StructureQuery } from "@/lib/contract/structure";
import { getPipelineStructure } from "@/lib/server/reads/get-pipeline-structure";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/pipelines/{target}/{pipeline}?version=&compareWith=: its declaration as people read it, and what changed. */
export const GET = readRoute(
  { params: PipelinePath, query: StructureQuery },
  async ({ params, query, viewer }) => getPipelineStructure(viewer, params, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
