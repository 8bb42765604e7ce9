import { useEffect, useEffectEvent } from "react";

/**
 * Tells what is typed once it stood for `afterMs`, unless it is `known` already. However often the page is drawn
 * meanwhile, the wait goes on.
 */
export function useSettled(
  typed: string,
  known: string,
  tell: (typed: string) => void,
  afterMs: number,
): void {
  const settled = useEffectEvent(() => tell(typed));
  useEffect(() => {
    if (typed === known) return;
    const timer = setTimeout(settled, afterMs);
    return () => clearTimeout(timer);
  }, [typed, known, afterMs]);
}
