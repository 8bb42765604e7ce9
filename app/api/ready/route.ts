import { openRoute, otherOpenMethods } from "@/lib/server/open-route";
import { readReadiness } from "@/lib/server/reads/read-readiness";

/** GET /api/ready: 200 when this server can do its work, 503 naming what is missing. */
export const GET = openRoute(readReadiness);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherOpenMethods();
