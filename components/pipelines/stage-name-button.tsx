import clsx from "clsx";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { SelectAction } from "./action-selection";
import { stagePanelBody } from "./stage-panel-body-part";

/** The name of a stage; pressing it shows all about the stage in the panel. */
export function StageNameButton({ stage, select }: { stage: StageState; select: SelectAction }) {
  const selected = select.selectedStage === stage.name;
  return (
    <button
      type="button"
      aria-pressed={selected}
      title={`${stage.name}: why it stands as it does`}
      {...stagePanelBody.intent}
      onClick={() => select.onSelectStage(stage.name)}
      className={clsx(
        "block max-w-full truncate rounded-ticket hover:underline max-sm:-my-2.5 max-sm:py-2.5",
        selected && "text-accent",
      )}
    >
      {stage.name}
    </button>
  );
}
