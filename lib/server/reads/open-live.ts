import "server-only";
import { stillSignedIn } from "../auth/signed-in";
import { getHub } from "../live/get-hub";
import { liveSource } from "../watch/live-source";

/**
 * The stream of all changes a person may see.
 *
 * @param since cursor from where it resumes
 */
export function openLive(sessionId: string, since: string | undefined): ReadableStream<Uint8Array> {
  return getHub().open({ source: liveSource, stillSignedIn }, sessionId, since);
}
