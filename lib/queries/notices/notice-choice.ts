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

/** Keeps the choice, and has everybody look at the permission again. */
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

/** What the browser permits, followed; undefined where it has no notifications for pages, and on the server. */
export function useNoticePermission(): NotificationPermission | undefined {
  return useSyncExternalStore(subscribe, readPermission, () => undefined);
}

function readPermission(): NotificationPermission | undefined {
  return typeof Notification === "undefined" ? undefined : Notification.permission;
}

/** Permissions are given and taken away elsewhere too: looked at again when somebody comes back. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}
