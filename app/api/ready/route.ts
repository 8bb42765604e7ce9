import { readReadiness } from "@/lib/server/reads/read-readiness";
import { openRoute, otherMethods } from "@/lib/server/route";

/** GET /api/ready: 200 when this server can do its work, 503 naming what is missing. */
export const GET = openRoute(readReadiness);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", { open: true });
