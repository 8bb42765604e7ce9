import { Age } from "@/components/ui/age";
import { useExecutionPresses } from "@/lib/queries/execution-queries";
import type { StageOf } from "@/lib/queries/stage-path";

/** Who stopped an execution, by the receipts of presses made here: AWS keeps a reason and no name. */
export function StagePanelStopped({ of, executionId }: { of: StageOf; executionId: string }) {
  const { data } = useExecutionPresses(of.target, of.pipeline, executionId);
  if (data === undefined) return null;
  const stops = data.items.filter(({ verb }) => verb === "stop" || verb === "abandon");
  const press = stops.find(({ state }) => state === "accepted" || state === "confirmed");
  const lost = stops.find(({ state }) => state !== "refused" && state !== "no-effect");
  if (press === undefined && lost !== undefined)
    return (
      <p className="text-secondary text-ink-3">
        Stopped by {lost.person.name}, of whose press it is not known what came, or past Pipedeck: AWS does
        not say by whom.
      </p>
    );
  if (press === undefined)
    return <p className="text-secondary text-ink-3">Stopped past Pipedeck: AWS does not say by whom.</p>;
  return (
    <p className="break-words text-ink-2">
      Stopped by {press.person.name} <Age at={press.recordedAt} ago className="!normal-nums" />
      {press.reason !== undefined && press.reason !== "" && `: ${press.reason}`}
    </p>
  );
}
