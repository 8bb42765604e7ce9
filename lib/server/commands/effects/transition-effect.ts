import "server-only";
import { toDisabledReason } from "@/lib/domain/disabled-reason";
import { principalName } from "@/lib/domain/principal-name";
import { instant, objects, text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";

/**
 * A transition opened or closed (GetPipelineState). One that AWS accepted and that stands otherwise was changed again
 * since. Where the answer was lost, a closing is this press's by the reason that AWS keeps, an opening by being later
 * than what the press saw.
 */
export const transitionEffect: EffectOf = async ({ receipt, expectation }, aws) => {
  const gate = text(expectation.gate) ?? receipt.stage;
  const now = objects((await aws.state()).stageStates).find(({ stageName }) => stageName === gate);
  const transition = now?.inboundTransitionState;
  if (!transition) return { kind: "cannot-tell", why: `AWS tells nothing of the transition into ${gate}.` };
  const wanted = receipt.verb === "open-transition";
  const isOpen = transition.enabled !== false;
  const by = text(transition.lastChangedBy);
  const who = by === undefined ? "" : `, by ${principalName(by)}`;
  const finding = `The transition into ${gate} is ${isOpen ? "open" : "closed"}${who}.`;
  const isChanged = instant(transition.lastChangedAt) !== text(expectation.changedAt);
  if (receipt.state === "accepted") {
    if (isOpen === wanted) return { kind: "seen", finding };
    return isChanged
      ? { kind: "seen", finding: `It was changed again since. ${finding}` }
      : { kind: "not-seen" };
  }
  if (isOpen !== wanted) return { kind: "not-seen" };
  const ours = wanted || text(transition.disabledReason) === toDisabledReason(receipt.reason ?? "");
  return ours ? { kind: "seen", finding } : { kind: "overtaken", finding };
};
