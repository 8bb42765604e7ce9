import "server-only";
import type { RetryRequest } from "@/lib/contract/retry-request";
import type { Instant } from "@/lib/domain/instant";
import type { Receipt } from "@/lib/domain/receipt";
import { whyNotRetry } from "@/lib/domain/why-not-retry";
import { instant } from "../codepipeline/lenient";
import { retryStageExecution } from "../codepipeline/retry-stage-execution";
import type { TargetConfig } from "../config/config";
import { findWatch } from "../watch/find-watch";
import { effectReader } from "./effects/effect-reader";
import { afterPress, requireStage } from "./place";
import { type Presser, press } from "./press";
import { settleBefore } from "./settle-receipt";
import { movedFrom, readStageNow, type StagePlace } from "./stage-now";
import { stopOf } from "./stop-execution";
import { unsent } from "./unsent";

/**
 * Runs the failed actions of a stage again, or all of them, within the same execution (RetryStageExecution). Refused
 * unsent when another execution is in the stage by now, when nothing of it failed, or when the stage has changed since
 * the person saw it.
 */
export async function retryStage(by: Presser, place: StagePlace, retry: RetryRequest): Promise<Receipt> {
  const target = findWatch(place.target).target;
  const { pipeline, stage } = place;
  const { executionId, mode, reason, seenChangedAt } = retry;
  return press(by, {
    verb: "retry",
    ...place,
    executionId,
    reason: reason === "" ? undefined : reason,
    particulars: { mode },
    precondition: ["retry", place.target, pipeline, stage, executionId].join("/"),
    exists: () => requireStage(target, pipeline, stage),
    check: async () => {
      // Afterwards AWS no longer keeps why the execution was stopped.
      await settleBefore(target, stopOf({ target: place.target, pipeline, id: executionId }));
      const now = await readStageNow(target, place, executionId);
      if ("code" in now) return now;
      const moved = await movedFrom(target, place, now.stage, executionId);
      if (moved) return moved;
      const whyNot = whyNotRetry(now.stage, mode);
      if (whyNot) return unsent(whyNot);
      if (seenChangedAt !== undefined && now.stage.changedAt !== seenChangedAt) {
        const why = `${stage} has changed since you looked; it has failed again or was retried. Look at it first, then press again.`;
        return unsent({ code: "stage.changed", why });
      }
      const expectation = {
        changedAt: now.stage.changedAt ?? null,
        manual: now.stage.retry?.manual ?? 0,
        askedAt: now.line.executionMode === "PARALLEL" ? await askedAt(target, place, executionId) : null,
      };
      return { expectation, send: () => retryStageExecution(target, { pipeline, stage, executionId, mode }) };
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** When a rule of the stage was last asked: in PARALLEL mode its state does not tell. Throws AwsReadError. */
async function askedAt(
  target: TargetConfig,
  { pipeline, stage }: StagePlace,
  executionId: string,
): Promise<Instant | null> {
  const rules = await effectReader(target, pipeline).rules(executionId);
  const starts = rules
    .filter(({ stageName }) => stageName === stage)
    .map(({ startTime }) => instant(startTime) ?? "");
  return starts.sort().at(-1) || null;
}
