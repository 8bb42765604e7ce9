import { useSyncExternalStore } from "react";

const KEY = "pipedeck.notices";
const listeners = new Set<() => void>();
/** For a browser that keeps nothing: until the page is left. */
let kept: string | null = null;

/** Whether this browser's person wants notifications, in all its tabs. */
export function wantsNotices(): boolean {
  try {
    return window.localStorage.getItem(KEY) === "on";
  } catch {
    return kept === "on";
  }
}

/** Keeps the choice. */
export function chooseNotices(wanted: boolean): void {
  kept = wanted ? "on" : null;
  try {
    if (wanted) window.localStorage.setItem(KEY, "on");
    else window.localStorage.removeItem(KEY);
  } catch {
    // Kept in the page alone.
  }
  for (const listener of listeners) listener();
}

/** The choice, followed, also when another tab makes another. */
export function useWantsNotices(): boolean {
  return useSyncExternalStore(subscribe, wantsNotices, () => false);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
