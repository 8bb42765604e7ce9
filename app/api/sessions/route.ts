import { endOtherSessions } from "@/lib/server/auth/end-session";
import { nowInstant } from "@/lib/server/clock";
import { readSessions } from "@/lib/server/reads/read-sessions";
import { changeRoute, otherMethods, readRoute } from "@/lib/server/route";

/** GET /api/sessions: one's own sessions; everybody's for an administrator. */
export const GET = readRoute({}, async ({ session }) => readSessions(session));

/** DELETE /api/sessions: ends all one's own sessions but the one that asks. */
export const DELETE = changeRoute({}, async ({ session }) => ({
  ended: await endOtherSessions(session),
  now: nowInstant(),
}));

export const { POST, PUT, PATCH, OPTIONS } = otherMethods("GET, DELETE");
