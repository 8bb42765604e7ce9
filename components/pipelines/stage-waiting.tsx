import type { StageState } from "@/lib/domain/pipeline-state";
import { useApprovers } from "@/lib/queries/access-queries";
import type { StageOf } from "@/lib/queries/stage-path";
import { WaitingTimeWords } from "./waiting-time-words";
import { whoMayAnswer } from "./who-may-answer";

/** Why a stage is not moving, or what it does instead, in one sentence with the time that ticks. */
export function StageWaiting({ of, stage }: { of: StageOf; stage: StageState }) {
  const { waiting } = stage;
  const approvers = useApprovers(of, of.stage);
  if (waiting === undefined) return <p className="text-ink">Nothing waits here.</p>;
  return (
    <p className="break-words text-ink">
      {waiting.lead !== undefined && <strong className="font-semibold">{waiting.lead} </strong>}
      {waiting.text}
      <WaitingTimeWords of={of} waiting={waiting} />
      {waiting.cause === "approval" && approvers.length > 0 && (
        <span className="text-ink-3"> {whoMayAnswer(approvers)}</span>
      )}
    </p>
  );
}
