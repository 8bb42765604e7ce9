import type { StageState } from "@/lib/domain/pipeline-state";
import { waitingTime } from "@/lib/domain/waiting-time";
import { useApprovers } from "@/lib/queries/access-queries";
import { useAtNow } from "@/lib/queries/server-now";
import type { StageOf } from "@/lib/queries/stage-path";
import { whoMayAnswer } from "./who-may-answer";

/** Why a stage is not moving, or what it does instead, in one sentence with the time that ticks. */
export function StageWaiting({ of, stage }: { of: StageOf; stage: StageState }) {
  const { waiting } = stage;
  const time = useAtNow((now) => (waiting === undefined ? undefined : waitingTime(waiting, now)));
  const approvers = useApprovers(of, of.stage);
  if (waiting === undefined) return <p className="text-ink">Nothing waits here.</p>;
  return (
    <p className="break-words text-ink">
      {waiting.lead !== undefined && <strong className="font-semibold">{waiting.lead} </strong>}
      {waiting.text}
      {time !== undefined && <span className="num text-ink-2"> {time}</span>}
      {waiting.cause === "approval" && approvers.length > 0 && (
        <span className="text-ink-3"> {whoMayAnswer(approvers)}</span>
      )}
    </p>
  );
}
