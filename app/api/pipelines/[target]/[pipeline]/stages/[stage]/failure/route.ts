import { StagePath } from "@/lib/contract/path";
import { StageFailureQuery } from "@/lib/contract/stage-failure";
import { getStageFailure } from "@/lib/server/reads/get-stage-failure";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/stages/{stage}/failure?executionId=: why a stage failed, and what is different since it last succeeded. */
export const GET = readRoute(
  { params: StagePath, query: StageFailureQuery },
  async ({ params, query, viewer }) => getStageFailure(viewer, params, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
