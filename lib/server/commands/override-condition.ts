import "server-only";
import type { OverrideRequest } from "@/lib/contract/override-request";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { Receipt } from "@/lib/domain/receipt";
import { whyNotOverride } from "@/lib/domain/why-not-override";
import { overrideStageCondition } from "../codepipeline/override-stage-condition";
import type { TargetConfig } from "../config/config";
import type { Refusal } from "../store/receipt-steps";
import { findWatch } from "../watch/find-watch";
import { afterPress, requireStage } from "./place";
import { type Presser, press } from "./press";
import { movedFrom, readStageNow, type StagePlace } from "./stage-now";
import { unsent } from "./unsent";

const KIND = { BEFORE_ENTRY: "beforeEntry", ON_SUCCESS: "onSuccess" } as const;

/**
 * Lets a stage go on as if its condition were met (OverrideStageCondition). Refused unsent when another execution is in
 * the stage by now, when the condition is met, overridden or of the kind that skips, and when it was judged anew since
 * the person saw it.
 */
export async function overrideCondition(
  by: Presser,
  place: StagePlace,
  override: OverrideRequest,
): Promise<Receipt> {
  const target = findWatch(place.target).target;
  const { pipeline, stage } = place;
  const { executionId, condition, reason } = override;
  return press(by, {
    verb: "override",
    ...place,
    executionId,
    reason,
    particulars: { condition },
    precondition: ["override", place.target, pipeline, stage, condition, executionId].join("/"),
    exists: () => requireStage(target, pipeline, stage),
    check: async () => {
      const now = await readStageNow(target, place, executionId);
      if ("code" in now) return now;
      const refused = await refusal(target, place, override, { ...now, mode: now.line.executionMode });
      if (refused) return refused;
      return {
        expectation: { condition, changedAt: now.stage.changedAt ?? null },
        send: () => overrideStageCondition(target, { pipeline, stage, executionId, condition }),
      };
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** In PARALLEL mode nothing tells how a condition stands before AWS is asked to override it, so AWS decides. */
async function refusal(
  target: TargetConfig,
  place: StagePlace,
  { executionId, condition, seenChangedAt }: OverrideRequest,
  { stage, mode }: { stage: StageState; mode: string | undefined },
): Promise<Refusal | undefined> {
  if (mode === "PARALLEL") return undefined;
  const moved = await movedFrom(target, place, stage, executionId);
  if (moved) return moved;
  const now = stage[KIND[condition]];
  const whyNot = whyNotOverride(now);
  if (whyNot) return unsent(whyNot);
  if (seenChangedAt === undefined || now?.changedAt === seenChangedAt) return undefined;
  const why = "The condition was judged anew since you looked. Look at it first, then press again.";
  return unsent({ code: "stage.changed", why });
}
