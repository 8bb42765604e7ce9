import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { StageState } from "@/lib/domain/pipeline-state";
import { usePressOpener } from "./press-opener";
import { stageOffers } from "./stage-offers";

/** Everything that can be pressed on a stage as a whole, behind one small button by its name; what is off says why. */
export function StageMenu({ stage }: { stage: StageState }) {
  const opener = usePressOpener();
  if (opener === null) return null;
  return (
    <Popover
      label={`Presses on ${stage.name}`}
      align="start"
      trigger={<span aria-hidden>⋯</span>}
      triggerClassName="thumb inline-flex h-5 shrink-0 items-center rounded-ticket px-1 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <ul aria-label={`Presses on ${stage.name}`} className="flex max-w-72 flex-col gap-2">
        {stageOffers(stage, opener).map(({ address, execution, label, off }) => (
          <li key={address.verb} className="flex flex-col gap-0.5">
            <Button
              size="md"
              className="w-full max-sm:!h-11"
              variant={address.verb === "rollback" ? "danger" : "normal"}
              disabledReason={off}
              {...pipelineDialogs.intent}
              onClick={(event) => {
                event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
                opener.open(address, execution);
              }}
            >
              {label}
            </Button>
            {off !== undefined && <span className="text-label text-ink-3">{off}</span>}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
