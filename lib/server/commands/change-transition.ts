import "server-only";
import type { TransitionRequest } from "@/lib/contract/transition-request";
import { toDisabledReason } from "@/lib/domain/disabled-reason";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { Receipt } from "@/lib/domain/receipt";
import { disableStageTransition } from "../codepipeline/disable-stage-transition";
import { enableStageTransition } from "../codepipeline/enable-stage-transition";
import type { Refusal } from "../store/receipt-steps";
import { findWatch } from "../watch/find-watch";
import { afterPress, requireStage } from "./place";
import { type Presser, press } from "./press";
import { settleBefore } from "./settle-receipt";
import { newlyWaiting, readStageNow, type StageNow, type StagePlace } from "./stage-now";
import { unsent } from "./unsent";

/**
 * Opens or closes a transition (EnableStageTransition, DisableStageTransition). Refused unsent when it is open, or
 * closed, already, and when opening it would let in an execution that the person did not see waiting.
 */
export async function changeTransition(
  by: Presser,
  place: StagePlace,
  change: TransitionRequest,
): Promise<Receipt> {
  const target = findWatch(place.target).target;
  const { pipeline, stage } = place;
  const { type, enabled, reason, seenWaiting } = change;
  const precondition = ["transition", place.target, pipeline, stage, type].join("/");
  return press(by, {
    verb: enabled ? "open-transition" : "close-transition",
    ...place,
    reason,
    particulars: { type },
    precondition,
    exists: () => requireStage(target, pipeline, stage),
    check: async () => {
      await settleBefore(target, precondition);
      const now = await readStageNow(target, place);
      if ("code" in now) return now;
      const gate = gateOf(now, type);
      if ("code" in gate) return gate;
      const { changedAt = null } = gate.transition;
      const expectation = { gate: gate.name, changedAt };
      if (!enabled) {
        if (!gate.transition.enabled) return unsent({ code: "transition.closed", why: alreadyClosed(gate) });
        const asTaken = { pipeline, stage, type, reason: toDisabledReason(reason) };
        return { expectation, send: () => disableStageTransition(target, asTaken) };
      }
      if (gate.transition.enabled)
        return unsent({ code: "transition.open", why: `The transition into ${gate.name} is open already.` });
      const newer = await newlyWaiting(target, place, gate, seenWaiting);
      return newer ?? { expectation, send: () => enableStageTransition(target, { pipeline, stage, type }) };
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** AWS shows transitions as the inbound side of stages; the outbound side of one is the inbound side of the next. */
function gateOf({ line, stage, index }: StageNow, type: TransitionRequest["type"]): StageState | Refusal {
  if (type === "Inbound") return stage;
  const next = line.stages[index + 1];
  if (next) return next;
  const why = `${stage.name} is the last stage: nothing goes out of it.`;
  return unsent({ code: "transition.none", why });
}

function alreadyClosed({ name, transition }: StageState): string {
  const by = transition.changedBy === undefined ? "" : ` by ${transition.changedBy}`;
  const reason = transition.reason === undefined ? "" : `: “${transition.reason}”`;
  return `The transition into ${name} was closed already${by}${reason}.`;
}
