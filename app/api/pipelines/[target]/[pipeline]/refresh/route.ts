import { PipelinePath } from "@/lib/contract/path";
import { requireOwnPage } from "@/lib/server/http/same-origin";
import { getPipelineState } from "@/lib/server/reads/get-pipeline-state";
import { otherMethods, readRoute } from "@/lib/server/route";

/** POST …/refresh: reads AWS now, inside the request budget, and answers the state. Changes nothing at AWS. */
export const POST = readRoute({ params: PipelinePath }, async ({ params, viewer, request }) => {
  requireOwnPage(request);
  return getPipelineState(viewer, params, true);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
