import { PipelinePath } from "@/lib/contract/path";
import { getPipelineStructure } from "@/lib/server/reads/get-pipeline-structure";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/pipelines/{target}/{pipeline}: its declaration as people read it. */
export const GET = readRoute({ params: PipelinePath }, async ({ params, viewer }) =>
  getPipelineStructure(viewer, params),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
