import type { QueryClient } from "@tanstack/react-query";
import type { InboxCount } from "@/lib/contract/inbox";
import { inboxQueries } from "../inbox-queries";
import { pageSession } from "../live/page-session";

const ASK_EVERY_MS = 30_000;
const HIDDEN_LOCK = "pipedeck-notices";

/** What a notification is about. */
export type NoticedItem = InboxCount["mine"][number];

export interface FollowNoticesOptions {
  signal: AbortSignal;
  /** Told of what has come since the last look, never nothing. */
  show: (items: readonly NoticedItem[]) => void;
  everyMs?: number;
}

/**
 * While no page of this browser is seen, one of the hidden ones asks for the inbox's count every 30 s and tells what is
 * new in it; what was there when it began, or when somebody last looked, is not. Needs Web Locks, so does nothing on
 * plain http, where there are no notifications either.
 */
export function followNotices(
  client: QueryClient,
  { signal, show, everyMs = ASK_EVERY_MS }: FollowNoticesOptions,
): void {
  let asleep: AbortController | undefined;
  const look = () => {
    if (document.visibilityState === "hidden" && asleep === undefined) {
      asleep = new AbortController();
      watch(client, { signal: asleep.signal, show, everyMs });
    } else if (document.visibilityState !== "hidden") {
      asleep?.abort();
      asleep = undefined;
    }
  };
  look();
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => asleep?.abort());
}

function watch(client: QueryClient, { signal, show, everyMs }: Required<FollowNoticesOptions>): void {
  const { locks }: { locks?: LockManager | null } = navigator;
  if (!locks) return;
  const session = pageSession();
  const isSeen = () => locks.request(session, { ifAvailable: true }, (lock) => lock === null);
  let known: ReadonlySet<string> | undefined;
  const ask = async () => {
    if (await isSeen()) {
      // Whoever looks there sees what comes.
      known = undefined;
      return;
    }
    const options = inboxQueries.count();
    const { mine } = await client.fetchQuery({ ...options, staleTime: 0 });
    const before = known;
    known = new Set(mine.map(({ id }) => id));
    if (before === undefined || signal.aborted) return;
    const fresh = mine.filter(({ id }) => !before.has(id));
    if (fresh.length > 0) show(fresh);
  };
  const lead = async () => {
    while (!signal.aborted) {
      // What could not be asked now is asked the next time.
      await ask().catch(() => undefined);
      await pause(everyMs, signal);
    }
  };
  locks.request(HIDDEN_LOCK, { signal }, lead).catch(() => undefined);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
