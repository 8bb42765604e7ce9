import "server-only";
import type { Viewer } from "@/lib/domain/viewer";
import { sessionTag } from "../auth/session-tag";
import { stillSignedIn } from "../auth/signed-in";
import { getHub } from "../live/get-hub";
import { liveSource } from "../watch/live-source";

/**
 * The stream of all changes that a viewer may see.
 *
 * @param since cursor from where it resumes
 * @param gone aborted once the client has hung up
 */
export function openLive(
  viewer: Viewer,
  sessionId: string,
  since: string | undefined,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  return getHub().open(
    { source: liveSource, stillSignedIn },
    { viewer, sessionId, tag: sessionTag(sessionId) },
    since,
    gone,
  );
}
