import { openRoute, otherOpenMethods } from "@/lib/server/open-route";

/** GET /api/health: 200 while the process answers at all; asks nothing of anybody else. */
export const GET = openRoute(async () => ({ status: 200, body: { status: "ok" } }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherOpenMethods();
