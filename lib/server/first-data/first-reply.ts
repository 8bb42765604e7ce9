import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { notFound } from "next/navigation";
import type { FirstReply } from "@/lib/contract/first-reply";
import type { Viewer } from "@/lib/domain/viewer";
import { currentPerson } from "../auth/current-person";
import { viewerOf } from "../auth/viewer";
import { followClock } from "../clock";
import { ApiError } from "../errors";
import { jsonBytes } from "../json-bytes";
import { log } from "../log";

/** How long a page waits for its first data, milliseconds. */
const PATIENCE_MS = 300;

/** How long a read may wait for fresher data than is known, so that what is known still comes in time. */
export const READ_PATIENCE_MS = 200;

/**
 * What a route's read answers, to go along with the page: only for who is signed in, and only when it comes in time.
 * Null otherwise, also when the read fails: the browser then asks the route, which says why. What the route would
 * answer with 404 makes the page one of 404 too.
 *
 * @param read null where the page is better off without
 * @param route where the browser asks for it again, and the tag it is to name then
 */
export async function firstReply<Reply>(
  read: (viewer: Viewer) => Promise<Reply | null>,
  isCurrent: (reply: Reply) => boolean = () => true,
  route?: { path: string; tagOf: (reply: Reply, viewer: Viewer) => string },
): Promise<FirstReply | null> {
  const person = await currentPerson();
  if (person === null) return null;
  const viewer = viewerOf(person);
  const answer = readInTime(() => read(viewer))
    .then(
      (reply) =>
        reply && {
          json: jsonBytes(reply).toString(),
          current: isCurrent(reply),
          ...(route && { route: { path: route.path, tag: route.tagOf(reply, viewer) } }),
        },
    )
    .catch(refused);
  const first = await Promise.race([answer, sleep(PATIENCE_MS, null, { ref: false })]);
  if (first === "missing") notFound();
  return first;
}

async function readInTime<Reply>(read: () => Promise<Reply>): Promise<Reply> {
  await followClock();
  return read();
}

function refused(error: unknown): "missing" | null {
  if (error instanceof ApiError) return error.status === 404 ? "missing" : null;
  log.error({ err: error }, "first data failed");
  return null;
}
