import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";

/**
 * Whether what is drawn first below is drawn over the server's HTML; `current` turns false once that is done. Read when
 * something is made, never listened to: waking a page up must not draw it twice.
 */
export const HydrationContext = createContext<{ current: boolean }>({ current: false });

/** What to put into `HydrationContext`: true in a page that came as a document, false in one navigated to. */
export function useHydration(): { current: boolean } {
  const drawnByServer = useSyncExternalStore(
    nothing,
    () => false,
    () => true,
  );
  const [hydration] = useState({ current: drawnByServer });
  useEffect(() => {
    hydration.current = false;
  }, [hydration]);
  return hydration;
}

/** Whether this component was first drawn on the server, or over what the server drew. Stays as it was then. */
export function useHydrating(): boolean {
  const hydration = useContext(HydrationContext);
  const [hydrating] = useState(() => hydration.current);
  return hydrating;
}

function nothing(): () => void {
  return () => undefined;
}
