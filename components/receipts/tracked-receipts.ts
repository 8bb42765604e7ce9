import { useSyncExternalStore } from "react";

const KEY = "pipedeck.receipts";
const NONE: readonly string[] = [];
const listeners = new Set<() => void>();
let known: readonly string[] | undefined;

function read(): readonly string[] {
  if (known === undefined) {
    try {
      const stored: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? "[]");
      known = Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : NONE;
    } catch {
      known = NONE;
    }
  }
  return known;
}

function write(next: readonly string[]): void {
  known = next;
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage they are followed until the page is left.
  }
  for (const listener of listeners) {
    listener();
  }
}

/** Follows a press in a toast from now on, over reloads of this tab. */
export function trackReceipt(id: string): void {
  if (!read().includes(id)) {
    write([...read(), id]);
  }
}

/** Stops following a press. */
export function untrackReceipt(id: string): void {
  if (read().includes(id)) {
    write(read().filter((each) => each !== id));
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Ids of the presses of this tab that are followed, the oldest first. */
export function useTrackedReceipts(): readonly string[] {
  return useSyncExternalStore(subscribe, read, () => NONE);
}
