import { listTargets } from "@/lib/server/reads/list-targets";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/targets: every target and how fresh its data is. */
export const GET = readRoute({}, async () => listTargets());

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
