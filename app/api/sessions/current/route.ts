import { readSessionStanding } from "@/lib/server/reads/read-sessions";
import { otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/sessions/current: how long the session that asks still stands. */
export const GET = readRoute({}, async ({ session }) => readSessionStanding(session));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
