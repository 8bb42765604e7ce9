import { useSyncExternalStore } from "react";
import { type LiveAction, type LiveState, liveReducer, NOT_YET } from "./live-state";

/**
 * Between two reads of what one page shows, while changes come by themselves: they tell the server that somebody looks.
 * Shorter than the 10 s between two beats, because a beat writes into the same queries, and that begins their pause anew.
 */
export const LOOK_EVERY_MS = 8000;

let state: LiveState = NOT_YET;
const listeners = new Set<() => void>();

/** Where this page stands with the stream of changes. */
export function liveState(): LiveState {
  return state;
}

/** Tells the page what became of its stream. */
export function tellLive(action: LiveAction): void {
  const next = liveReducer(state, action);
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Where this page stands with the stream of changes, followed. */
export function useLive(): LiveState {
  return useSyncExternalStore(subscribe, liveState, () => NOT_YET);
}

/** Whether changes come by themselves, so that nothing has to be asked for again and again. */
export function useIsLive(): boolean {
  return useSyncExternalStore(subscribe, isLive, () => false);
}

/** The same at this moment. */
export function isLive(): boolean {
  return state.kind === "live";
}

/** Whether a page that becomes visible hears by the stream what it missed, rather than by asking for all anew. */
export function resumesByStream(): boolean {
  return state.kind !== "lost" && state.kind !== "ended";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
