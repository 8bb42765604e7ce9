import "server-only";
import type { StopRequest } from "@/lib/contract/receipt";
import type { Receipt } from "@/lib/domain/receipt";
import { getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { stopPipelineExecution } from "../codepipeline/stop-pipeline-execution";
import type { Refusal } from "../store/receipt-steps";
import { findWatch } from "../watch/find-watch";
import type { Ready } from "./carry-out";
import { afterPress, requireExecution } from "./place";
import { type Presser, press } from "./press";
import { settleBefore } from "./settle-receipt";

/** Path of the execution. */
export interface ExecutionPlace {
  target: string;
  pipeline: string;
  id: string;
}

/**
 * Stops an execution (StopPipelineExecution): lets the actions at work finish, or abandons them. What has ended
 * by now, or is stopping already, is refused unsent; one that is stopping may still be abandoned.
 */
export async function stopExecution(by: Presser, place: ExecutionPlace, stop: StopRequest): Promise<Receipt> {
  const target = findWatch(place.target).target;
  const { pipeline, id: executionId } = place;
  const precondition = stopOf(place);
  return press(by, {
    verb: stop.abandon ? "abandon" : "stop",
    target: place.target,
    pipeline,
    executionId,
    reason: stop.reason,
    precondition,
    exists: () => requireExecution(target, pipeline, executionId),
    check: async () => {
      await settleBefore(target, precondition);
      const { status = "Unknown" } = await getPipelineExecution(target, pipeline, executionId, "press");
      return (
        refusal(status, stop.abandon) ??
        ({ send: () => stopPipelineExecution(target, { pipeline, executionId, ...stop }) } satisfies Ready)
      );
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** What stops of one execution have in common. */
export function stopOf({ target, pipeline, id }: ExecutionPlace): string {
  return ["stop", target, pipeline, id].join("/");
}

/** Only what has certainly ended or is stopping is refused here; about a status it does not know, AWS decides. */
function refusal(status: string, abandon: boolean): Refusal | undefined {
  if (["Succeeded", "Failed", "Stopped", "Superseded", "Cancelled"].includes(status)) {
    return {
      code: "execution.ended",
      message: `The execution has ended already: ${status}.`,
      beforeSending: true,
    };
  }
  if (status === "Stopping" && !abandon) {
    const message = "The execution is stopping already; it waits for its actions to finish.";
    return { code: "execution.stopping", message, beforeSending: true };
  }
  return undefined;
}
