import { listTargets } from "@/lib/server/reads/list-targets";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/targets: every target one may see, and how fresh its data is. */
export const GET = readRoute({}, async ({ viewer }) => listTargets(viewer));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
