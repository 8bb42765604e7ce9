import { LiveQuery } from "@/lib/contract/live";
import { openLive } from "@/lib/server/reads/open-live";
import { otherMethods, streamRoute } from "@/lib/server/route";

export const dynamic = "force-dynamic";

/** GET /api/live?since=: server-sent events of everything that changes. `Last-Event-ID` wins over `since`. */
export const GET = streamRoute({ query: LiveQuery }, ({ query, session, viewer, request }) =>
  openLive(viewer, session.sessionId, request.headers.get("last-event-id") || query.since, request.signal),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
