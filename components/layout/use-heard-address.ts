import { useEffect } from "react";

/**
 * Has the router take over what was chosen while the page came alive. Next's router marks the entries of the history
 * that it knows, and hears of new ones only from its first effect on; a press may come before, and then the address says
 * one thing and the page another. Effects of a parent run after those of its children, hence the microtask.
 */
export function useHeardAddress(): void {
  useEffect(() => {
    queueMicrotask(() => {
      if (window.history.state === null) window.history.replaceState(null, "", window.location.href);
    });
  }, []);
}
