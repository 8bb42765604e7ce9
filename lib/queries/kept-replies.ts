/** Replies kept at most; the one asked for longest ago goes first. */
const MOST_KEPT = 40;

/** A reply with the tag that says whether the server would still say the same. */
interface KeptReply {
  tag: string;
  body: object;
}

const kept = new Map<string, KeptReply>();

/** The last reply of a path, in this page's memory alone. */
export function keptReply(path: string): KeptReply | undefined {
  return kept.get(path);
}

/** Keeps a reply if it has a tag. */
export function keepReply(path: string, tag: string | null, body: object): void {
  kept.delete(path);
  if (tag === null) return;
  kept.set(path, { tag, body });
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) return;
    kept.delete(oldest);
  }
}

/** A kept reply with the times of the 304 that says it still holds; all else in it is the very same objects. */
export function renewed({ body }: KeptReply, headers: Headers): object {
  const now = headers.get("x-pipedeck-now");
  const freshness = headers.get("x-pipedeck-freshness");
  return {
    ...body,
    ...(freshness === null ? {} : { freshness: JSON.parse(freshness) }),
    ...(now === null ? {} : { now }),
  };
}
