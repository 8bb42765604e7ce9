import { useEffect } from "react";

/** Brings the stage an address points at into sight, once. */
export function useStageInView(stage: string | undefined): void {
  useEffect(() => {
    if (stage === undefined) return;
    document
      .querySelector(`[data-stage="${CSS.escape(stage)}"]`)
      ?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }, [stage]);
}
