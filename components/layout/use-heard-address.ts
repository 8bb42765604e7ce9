import { useEffect, useState } from "react";

/**
 * Has the router take over what was chosen while the page came alive. Next's router hears of an address pushed to the
 * history only from its first effect on, and a press may come before: the address then says one thing and the page
 * another. Effects of a parent run after those of its children, hence the microtask.
 */
export function useHeardAddress(): void {
  const [drawn] = useState(() => (typeof window === "undefined" ? "" : window.location.href));
  useEffect(() => {
    queueMicrotask(() => {
      const { href } = window.location;
      if (href !== drawn) window.history.replaceState(null, "", href);
    });
  }, [drawn]);
}
