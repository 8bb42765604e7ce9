import { Age } from "@/components/ui/age";
import { useExecutionPresses } from "@/lib/queries/execution-queries";
import type { StageOf } from "@/lib/queries/stage-path";

/** Who stopped an execution, by the receipts of presses made here: AWS keeps a reason and no name. */
export function StagePanelStopped({ of, executionId }: { of: StageOf; executionId: string }) {
  const { data } = useExecutionPresses(of.target, of.pipeline, executionId);
  const press = data?.items.find(
    ({ verb, state }) => (verb === "stop" || verb === "abandon") && state !== "refused",
  );
  if (data === undefined) return null;
  if (press === undefined)
    return <p className="text-secondary text-ink-3">Stopped past Pipedeck: AWS does not say by whom.</p>;
  return (
    <p className="break-words text-ink-2">
      Stopped by {press.person.name} <Age at={press.recordedAt} ago className="!normal-nums" />
      {press.reason !== undefined && press.reason !== "" && `: ${press.reason}`}
    </p>
  );
}
