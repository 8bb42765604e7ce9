import "server-only";
import type { LiveMessage, LiveStanding } from "@/lib/contract/live";
import type { Instant } from "@/lib/domain/instant";
import { encodeMessages } from "./encode-message";
import { fromCursor, toCursor } from "./live-cursor";
import type { LiveSource, TargetStanding } from "./live-source";
import { type LiveListener, MOST_QUEUED } from "./live-stream";

/** More to catch up on than this is more to carry than the lists, which travel compressed. */
const MOST_BYTES = MOST_QUEUED / 2;

/**
 * What a new stream begins with. Without a cursor `hello`, and changes from now on. With one, `hello`, every pipeline
 * that changed since, and a `beat` that says that this is all; or `reset` when nobody can tell what changed since, and
 * when that is too much. `hello` and `reset` say by a tag whose stream it is.
 */
export function opening(
  source: LiveSource,
  { tag, viewer }: LiveListener,
  since: string | undefined,
  now: Instant,
): Buffer {
  const data = standing(source.seen(viewer, source.standings()), now);
  const beginning = { ...data, session: tag };
  const id = toCursor(data.versions);
  if (since === undefined) return encodeMessages([{ event: "hello", id, data: beginning }]);
  const changes = missed(source, since, Object.keys(data.versions))?.filter(({ target, name }) =>
    viewer.sees(target, name),
  );
  const caughtUp =
    changes !== undefined &&
    encodeMessages([
      // A stream that breaks off among the changes resumes from where it began.
      { event: "hello", id: since, data: beginning },
      ...changes.map((change) => ({ event: "change" as const, data: change })),
      { event: "beat", id, data },
    ]);
  const fits = caughtUp !== false && caughtUp.byteLength <= MOST_BYTES;
  return fits ? caughtUp : encodeMessages([{ event: "reset", id, data: beginning }]);
}

/**
 * The heartbeat: where every target stands. Where it is due, and changes are known that nobody can be told of, it has all
 * that is shown asked for anew.
 */
export function beat(standings: readonly TargetStanding[], now: Instant, isDue: boolean): LiveMessage {
  const data = standing(standings, now);
  const asksAnew = isDue && standings.some(({ isBehind }) => isBehind);
  return { event: asksAnew ? "reset" : "beat", id: toCursor(data.versions), data };
}

function standing(standings: readonly TargetStanding[], now: Instant): LiveStanding {
  return {
    now,
    versions: Object.fromEntries(standings.map(({ target, version }) => [target, version])),
    freshness: Object.fromEntries(standings.map(({ target, freshness }) => [target, freshness])),
  };
}

function missed(source: LiveSource, since: string, targets: readonly string[]) {
  const versions = fromCursor(since);
  if (versions === null || Object.keys(versions).some((target) => !targets.includes(target))) return null;
  const changes = targets.map((target) => {
    const version = versions[target];
    return version === undefined ? null : source.changesSince(target, version);
  });
  return changes.every((known) => known !== null) ? changes.flat() : null;
}
