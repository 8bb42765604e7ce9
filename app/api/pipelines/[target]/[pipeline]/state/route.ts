import { PipelinePath } from "@/lib/contract/path";
import { getPipelineState, tagOfState } from "@/lib/server/reads/get-pipeline-state";
import { otherMethods, readRoute } from "@/lib/server/route";

/** Asked for at every poll: saves Next finding out, each time, that it cannot be prerendered. */
export const dynamic = "force-dynamic";

/** GET …/state: stages, actions and executions as they stand. */
export const GET = readRoute({ params: PipelinePath, tagOf: tagOfState }, async ({ params, viewer }) =>
  getPipelineState(viewer, params),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
