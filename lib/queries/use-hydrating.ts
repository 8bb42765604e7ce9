import { useSyncExternalStore } from "react";

/** True on the server and in the browser's first frame of a page the server drew, false ever after. */
export function useHydrating(): boolean {
  return useSyncExternalStore(
    nothing,
    () => false,
    () => true,
  );
}

function nothing(): () => void {
  return () => undefined;
}
