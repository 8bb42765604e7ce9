import { SessionPath } from "@/lib/contract/session";
import { endSession } from "@/lib/server/auth/end-session";
import { nowInstant } from "@/lib/server/clock";
import { changeRoute, otherMethods } from "@/lib/server/route";

/** DELETE /api/sessions/{id}: ends one's own session, or anybody's as an administrator. */
export const DELETE = changeRoute({ params: SessionPath }, async ({ params, session }) => {
  await endSession(session, params.id);
  return { ended: 1, now: nowInstant() };
});

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods("DELETE");
