import type { StageState } from "@/lib/domain/pipeline-state";
import { whyNotRetry } from "@/lib/domain/why-not-retry";
import { whyNotRollBack } from "@/lib/domain/why-not-roll-back";
import type { PressAddress } from "./press-address";
import type { PressOpener } from "./press-opener";

/** One press that a stage offers, or why it does not now. */
export interface StageOffer {
  address: PressAddress;
  /** The one execution it is about. */
  execution?: string;
  label: string;
  off?: string;
}

/** Every press on a stage as a whole: retry, roll back, and its gate; the source stage has neither of the latter. */
export function stageOffers(stage: StageState, opener: Omit<PressOpener, "open">): StageOffer[] {
  const { name } = stage;
  const { executionMode, pipelineType, firstStage, whyNot } = opener;
  const isFirst = firstStage === name;
  const retry: StageOffer = {
    address: { verb: "retry", stage: name },
    execution: stage.executionId,
    label: "Retry…",
    off: whyNot("retry", stage.name) ?? whyNotRetry(stage, "FAILED_ACTIONS")?.why,
  };
  if (isFirst) return [retry];
  const opens = !stage.transition.enabled;
  const gate = opens ? "open-transition" : "close-transition";
  return [
    retry,
    {
      address: { verb: "rollback", stage: name },
      label: "Roll back…",
      off:
        whyNot("rollback", stage.name) ??
        whyNotRollBack({ stage, isFirst, executionMode, pipelineType })?.why,
    },
    {
      address: { verb: gate, stage: name },
      label: opens ? "Open gate…" : "Close gate…",
      off: whyNot(gate, stage.name),
    },
  ];
}

/** Whether a stage stands so that somebody will want to retry it or roll it back. */
export function wantsPress({ standing }: StageState): boolean {
  return standing === "Failed" || standing === "Errored" || standing === "Stopped";
}
