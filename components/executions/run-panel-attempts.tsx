import { Segmented } from "@/components/ui/segmented";
import { type SelectedRun, selectRun } from "./timeline-selection";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface RunPanelAttemptsProps {
  selected: SelectedRun;
  onSelect: ChangeExecutionParams;
}

/** The attempts of a run's action, to go from one to another; nothing for the only one. */
export function RunPanelAttempts({ selected, onSelect }: RunPanelAttemptsProps) {
  const { stage, kind, run } = selected;
  const all = kind === "action" ? stage.actions : stage.rules;
  const attempts = all.filter((each) => each.name === run.name).map((each) => each.attempt);
  if (attempts.length < 2) return null;
  return (
    <Segmented
      label="Attempt"
      options={attempts.map((attempt) => ({ value: String(attempt), label: `Attempt ${attempt}` }))}
      value={String(run.attempt)}
      onChange={(attempt) =>
        onSelect(selectRun(kind, stage.name, { name: run.name, attempt: Number(attempt) }, true), {
          replace: true,
        })
      }
    />
  );
}
