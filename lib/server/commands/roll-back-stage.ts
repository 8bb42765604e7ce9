import "server-only";
import type { RollbackRequest } from "@/lib/contract/rollback-request";
import type { Receipt } from "@/lib/domain/receipt";
import { whyNotRollBack, whyNotRollBackTo } from "@/lib/domain/why-not-roll-back";
import { getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { integer, objects, text } from "../codepipeline/lenient";
import { listPipelineExecutions } from "../codepipeline/list-pipeline-executions";
import { rollbackStage } from "../codepipeline/rollback-stage";
import type { TargetConfig } from "../config/config";
import type { Refusal } from "../store/receipt-steps";
import { findWatch } from "../watch/find-watch";
import { holdGate } from "./hold-gate";
import { afterPress, requireExecution, requireStage } from "./place";
import { type Presser, press } from "./press";
import { requireAllowed } from "./require-allowed";
import { movedFrom, readStageNow, type StageNow, type StagePlace } from "./stage-now";
import { unsent } from "./unsent";

/**
 * Brings a stage back to what an earlier execution did there (RollbackStage). Refused unsent when the stage is at work or
 * holds another execution than the person saw, when the way into it is open and the person saw it closed, and when AWS does
 * not roll back to that execution.
 *
 * With `hold` the way into the stage is closed first, as a press with a receipt of its own: in the other order the run
 * that waits could enter, and replace what was rolled back to, when the second call fails or is lost. A gate that was
 * closed in vain holds things back, which is the safe side, and its receipt says so. Unless the gate is certainly
 * closed nothing is rolled back.
 */
export async function rollBackStage(
  by: Presser,
  place: StagePlace,
  rollback: RollbackRequest,
): Promise<Receipt> {
  const target = findWatch(place.target).target;
  const { pipeline, stage } = place;
  const { targetExecutionId, reason, hold = false } = rollback;
  if (hold) await requireAllowed(by, "close-transition", place);
  return press(by, {
    verb: "rollback",
    ...place,
    executionId: targetExecutionId,
    reason,
    particulars: { hold },
    precondition: ["rollback", place.target, pipeline, stage].join("/"),
    exists: async () => {
      await requireStage(target, pipeline, stage);
      await requireExecution(target, pipeline, targetExecutionId);
    },
    check: async () => {
      const now = await readStageNow(target, place);
      if ("code" in now) return now;
      const refused = (await refusal(target, place, rollback, now)) ?? opened(rollback, now);
      if (refused) return refused;
      const expectation = { rollbacks: await rollbacksTo(target, pipeline, targetExecutionId) };
      const notHeld = hold && now.stage.transition.enabled ? await holdGate(by, place, reason) : undefined;
      return (
        notHeld ?? { expectation, send: () => rollbackStage(target, { pipeline, stage, targetExecutionId }) }
      );
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** Rollbacks to that execution which are there already: a new one is told from them. Throws AwsReadError. */
async function rollbacksTo(target: TargetConfig, pipeline: string, executionId: string): Promise<string[]> {
  return objects(await listPipelineExecutions(target, pipeline, "press"))
    .filter((one) => one.rollbackMetadata?.rollbackTargetPipelineExecutionId === executionId)
    .flatMap((one) => text(one.pipelineExecutionId) ?? []);
}

async function refusal(
  target: TargetConfig,
  place: StagePlace,
  { targetExecutionId, seenExecutionId }: RollbackRequest,
  { line, stage, index }: StageNow,
): Promise<Refusal | undefined> {
  const { executionMode, pipelineType, version } = line;
  const moved = seenExecutionId && (await movedFrom(target, place, stage, seenExecutionId));
  if (moved && executionMode !== "PARALLEL") return moved;
  const whyNot = whyNotRollBack({ stage, isFirst: index === 0, executionMode, pipelineType });
  if (whyNot) return unsent(whyNot);
  const execution = await getPipelineExecution(target, place.pipeline, targetExecutionId, "press");
  const facts = {
    executionType: text(execution.executionType),
    pipelineVersion: integer(execution.pipelineVersion),
  };
  const notThat = whyNotRollBackTo(facts, version);
  return notThat && unsent(notThat);
}

/** With `hold` it is closed first, however it stands. */
function opened({ hold, seenClosed }: RollbackRequest, { stage }: StageNow): Refusal | undefined {
  const { name, transition } = stage;
  if (seenClosed !== true || hold === true || !transition.enabled) return undefined;
  const by = transition.changedBy === undefined ? "" : `, by ${transition.changedBy}`;
  const why = `The transition into ${name} was closed when you looked and is open now${by}: what comes next would replace what is rolled back to. Look at it first, then press again.`;
  return unsent({ code: "rollback.gate-opened", why });
}
