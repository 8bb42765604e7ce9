import type { LiveMessage, LiveStanding, PipelineChange, Versions } from "@/lib/contract/live";

/** What the pages of one session in one browser tell each other about the stream that one of them has. */
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

/** Opens the channel of a session's pages, named by its tag. Browsers that have our popovers have channels. */
export function liveChannel(session: string, onNote: (note: LiveNote) => void): LiveChannel {
  const channel = new BroadcastChannel(session);
  channel.onmessage = ({ data }: MessageEvent<LiveNote>) => onNote(data);
  return { post: (note) => channel.postMessage(note), close: () => channel.close() };
}

/**
 * Runs `lead` in one visible page of a session at a time; where a browser cannot agree on one, in each. While it runs, the
 * lock that is named by the session's tag is held: somebody looks.
 */
export function whenLeader(session: string, signal: AbortSignal, lead: () => Promise<void>): void {
  // Plain http away from localhost has no locks.
  const { locks }: { locks?: LockManager | null } = navigator;
  if (!locks) {
    void lead();
    return;
  }
  locks.request(session, { signal }, lead).catch(() => undefined);
}
