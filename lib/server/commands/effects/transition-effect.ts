import "server-only";
import { toDisabledReason } from "@/lib/domain/disabled-reason";
import { principalName } from "@/lib/domain/principal-name";
import { instant, objects, text } from "../../codepipeline/lenient";
import type { EffectOf } from "./effect";
import { isInItsTime, whose } from "./whose";

/**
 * A transition opened or closed (GetPipelineState). One that AWS accepted and that stands otherwise was changed again
 * since. Where the answer was lost, a change is this press's by who made it (lastChangedBy), a
 * closing by the reason that AWS keeps, too.
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
  // The press saw it the other way: as it is now it was changed since.
  if (isOpen !== wanted) return { kind: "not-seen" };
  const changedBy = whose(by, receipt, aws.target);
  const isClosedOtherwise =
    !wanted && text(transition.disabledReason) !== toDisabledReason(receipt.reason ?? "");
  if (changedBy === "somebody-else" || isClosedOtherwise) return { kind: "overtaken", finding };
  if (changedBy === "presser" || isInItsTime(Number(transition.lastChangedAt), receipt, aws.target))
    return { kind: "seen", finding };
  return { kind: "cannot-tell", why: `${finding} AWS does not tell who changed it.` };
};
