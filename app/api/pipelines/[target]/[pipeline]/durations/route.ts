import { PipelinePath } from "@/lib/contract/path";
import { getDurations } from "@/lib/server/reads/get-durations";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET …/durations: how long its stages and actions usually take. */
export const GET = readRoute({ params: PipelinePath }, async ({ params, viewer }) =>
  getDurations(viewer, params),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
