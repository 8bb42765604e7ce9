import type { LiveMessage, Versions } from "@/lib/contract/live";
import { chance } from "../server-now";
import { cursorOf } from "./cursor";
import { retryDelayMs } from "./retry-delay";
import { serverEvents } from "./server-events";

/** The server says something every 10 s; after this long a connection that says nothing is none. */
export const SILENCE_MS = 25_000;

export interface LiveStreamEars {
  /** Where to go on from. */
  known: () => Versions | undefined;
  /** Before each stream; `again` ends it, and the next begins at once from what is known then. */
  onOpen: (again: () => void) => void;
  /** `since` is what the stream was asked to go on from. */
  onMessage: (message: LiveMessage, since: Versions | undefined) => void;
  onLost: () => void;
  onSignedOut: () => void;
}

/**
 * Keeps a stream of GET /api/live until `signal`, and begins it again when it ends or breaks, unless its session is over
 * or another than this page's. By `fetch` and not by `EventSource`, which tells no status, so that a session that is over
 * would be tried for ever, which knows no distance between two tries but a fixed one, and which keeps a connection that
 * fell silent.
 */
export async function keepStream(session: string, signal: AbortSignal, ears: LiveStreamEars): Promise<void> {
  let tries = 0;
  while (!signal.aborted) {
    const since = ears.known();
    const one = new AbortController();
    const end = () => one.abort();
    signal.addEventListener("abort", end, { once: true });
    ears.onOpen(end);
    const outcome = await oneStream(session, one.signal, since, (message) => {
      tries = 0;
      ears.onMessage(message, since);
    }).catch(() => "broken" as const);
    signal.removeEventListener("abort", end);
    if (signal.aborted) return;
    if (one.signal.aborted) continue;
    if (outcome === "signed-out") ears.onSignedOut();
    if (outcome !== "broken") return;
    ears.onLost();
    await pause(retryDelayMs(tries, chance()), signal);
    tries += 1;
  }
}

async function oneStream(
  session: string,
  signal: AbortSignal,
  since: Versions | undefined,
  onMessage: (message: LiveMessage) => void,
): Promise<"signed-out" | "signed-in" | "broken"> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  signal.addEventListener("abort", stop);
  let timer = setTimeout(stop, SILENCE_MS);
  try {
    const query = since === undefined ? "" : `?since=${encodeURIComponent(cursorOf(since))}`;
    const response = await fetch(`/api/live${query}`, {
      headers: { accept: "text/event-stream", "x-pipedeck-request": "1" },
      cache: "no-store",
      priority: "low",
      signal: silence.signal,
    });
    if (response.status === 401) return "signed-out";
    if (!response.ok || response.body === null) return "broken";
    for await (const { event, data } of serverEvents(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(stop, SILENCE_MS);
      // Our own server's words: the contract's types are all the browser has of it.
      const message = { event, data: JSON.parse(data) } as LiveMessage;
      // Of a session that is over the next answer says more: 401, or whose stream it is who signed in over it.
      if (message.event === "bye") return "broken";
      if (session && "session" in message.data && message.data.session !== session) {
        // Somebody signed in anew, who may not see what is on this page.
        window.location.reload();
        return "signed-in";
      }
      onMessage(message);
    }
    return "broken";
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    silence.abort();
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
