import type { LiveMessage, LiveStanding, PipelineChange, Versions } from "@/lib/contract/live";

/** What the pages of one browser tell each other about the stream that one of them has. */
export type LiveNote =
  /** From the page with the stream. `base` of a beginning: all that came after it will be told. */
  | { kind: "told"; message: LiveMessage; base?: Versions }
  | { kind: "changed"; changes: PipelineChange[] }
  | { kind: "lost" }
  | { kind: "signed-out" }
  /** A page has come to be seen and knows each target up to `known`. */
  | { kind: "join"; from: string; known?: Versions }
  /** The answer to it: where things stand, and what happened after `base`. */
  | { kind: "welcome"; to: string; standing: LiveStanding; base: Versions; changes: PipelineChange[] };

export interface LiveChannel {
  post: (note: LiveNote) => void;
  close: () => void;
}

/** Held by the visible page that has the stream for all: while anybody has it, somebody looks. */
export const LIVE_LOCK = "pipedeck-live";

/** Opens the pages' channel; where a browser has none, notes go nowhere. */
export function liveChannel(onNote: (note: LiveNote) => void): LiveChannel {
  if (typeof BroadcastChannel === "undefined") return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(LIVE_LOCK);
  channel.onmessage = ({ data }: MessageEvent<LiveNote>) => onNote(data);
  return { post: (note) => channel.postMessage(note), close: () => channel.close() };
}

/** Runs `lead` in one visible page at a time; where a browser cannot agree on one, in each. */
export function whenLeader(signal: AbortSignal, lead: () => Promise<void>): void {
  // Plain http away from localhost has no locks.
  const { locks }: { locks?: LockManager | null } = navigator;
  if (!locks) {
    void lead();
    return;
  }
  locks.request(LIVE_LOCK, { signal }, lead).catch(() => undefined);
}
