import "server-only";
import type { TransitionRequest } from "@/lib/contract/transition-request";
import { toDisabledReason } from "@/lib/domain/disabled-reason";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { Receipt } from "@/lib/domain/receipt";
import { disableStageTransition } from "../codepipeline/disable-stage-transition";
import { enableStageTransition } from "../codepipeline/enable-stage-transition";
import type { Refusal } from "../store/receipt-steps";
import { findWatch } from "../watch/find-watch";
import { afterPress, requireStage, stageAfter } from "./place";
import { type Presser, press } from "./press";
import { settleBefore } from "./settle-receipt";
import { newlyWaiting, readStageNow, type StageNow, type StagePlace, waitingNow } from "./stage-now";
import { unsent } from "./unsent";

/**
 * Opens or closes a transition (EnableStageTransition, DisableStageTransition). Refused unsent when it is open, or
 * closed, already, and when opening it would let in an execution that the person did not see waiting.
 *
 * AWS shows transitions as the inbound side of stages, and the outbound side of one is the inbound side of the next. So
 * the outbound side is pressed as that one: permission, receipt and whoever presses at the same time are of the stage
 * that the transition leads into, whichever side it was named by.
 */
export async function changeTransition(
  by: Presser,
  asked: StagePlace,
  change: TransitionRequest,
): Promise<Receipt> {
  const target = findWatch(asked.target).target;
  const { pipeline } = asked;
  const { enabled, reason, seenWaiting } = change;
  const next = change.type === "Outbound" ? await stageAfter(target, pipeline, asked.stage) : undefined;
  const place = next === undefined ? asked : { ...asked, stage: next };
  const type = next === undefined ? change.type : "Inbound";
  const precondition = ["transition", place.target, pipeline, place.stage, type].join("/");
  return press(by, {
    verb: enabled ? "open-transition" : "close-transition",
    ...place,
    reason,
    particulars: { type },
    asked: { stage: asked.stage, particulars: { type: change.type } },
    precondition,
    exists: () => requireStage(target, pipeline, place.stage),
    check: async () => {
      await settleBefore(target, precondition);
      const now = await readStageNow(target, place);
      if ("code" in now) return now;
      const elsewhere = change.type === "Outbound" && leadsElsewhere(now, asked, next);
      if (elsewhere) return elsewhere;
      const { stage: gate } = now;
      const into = { pipeline, stage: gate.name, type: "Inbound" } as const;
      const { changedAt = null } = gate.transition;
      const expectation = { gate: gate.name, changedAt };
      if (!enabled) {
        if (!gate.transition.enabled) return unsent({ code: "transition.closed", why: alreadyClosed(gate) });
        const asTaken = { ...into, reason: toDisabledReason(reason) };
        return { expectation, send: () => disableStageTransition(target, asTaken) };
      }
      if (gate.transition.enabled)
        return unsent({ code: "transition.open", why: `The transition into ${gate.name} is open already.` });
      const waiting = seenWaiting === undefined ? [] : await waitingNow(target, place, now);
      const newer = await newlyWaiting(target, place, gate, seenWaiting, waiting);
      return newer ?? { expectation, send: () => enableStageTransition(target, into) };
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** The refusal when what goes out of the stage asked for leads into another one than was allowed to be pressed. */
function leadsElsewhere(
  { line, index }: StageNow,
  { stage }: StagePlace,
  next: string | undefined,
): Refusal | undefined {
  if (next !== undefined && line.stages[index - 1]?.name === stage) return undefined;
  if (next === undefined && line.stages[index + 1] === undefined)
    return unsent({ code: "transition.none", why: `${stage} is the last stage: nothing goes out of it.` });
  const why = `Which stage comes after ${stage} was not known when this was pressed. Look at the pipeline first, then press again.`;
  return unsent({ code: "transition.unseen", why });
}

function alreadyClosed({ name, transition }: StageState): string {
  const by = transition.changedBy === undefined ? "" : ` by ${transition.changedBy}`;
  const reason = transition.reason === undefined ? "" : `: “${transition.reason}”`;
  return `The transition into ${name} was closed already${by}${reason}.`;
}
