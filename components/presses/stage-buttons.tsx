import clsx from "clsx";
import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { Button } from "@/components/ui/button";
import type { StageState } from "@/lib/domain/pipeline-state";
import { usePressOpener } from "./press-opener";
import { stageOffers, wantsPress } from "./stage-offers";
import { WhyOff } from "./why-off";

export interface StageButtonsProps {
  stage: StageState;
  /** As wide and high as a thumb wants. */
  large?: boolean;
}

/** Retrying and rolling back a stage that failed or stopped, where it stands. */
export function StageButtons({ stage, large = false }: StageButtonsProps) {
  const opener = usePressOpener();
  if (opener === null || !wantsPress(stage)) return null;
  const offers = stageOffers(stage, opener).slice(0, 2);
  return (
    <fieldset className={clsx("flex min-w-0 flex-wrap gap-1.5", large && "*:flex-1")}>
      <legend className="sr-only">{stage.name}</legend>
      {offers.map(({ address, execution, label, off }) => (
        <Button
          key={address.verb}
          size={large ? "lg" : "sm"}
          variant={address.verb === "rollback" ? "danger" : "normal"}
          disabledReason={off}
          {...pipelineDialogs.intent}
          onClick={() => opener.open(address, execution)}
        >
          {label}
        </Button>
      ))}
      {large && [...new Set(offers.map(({ off }) => off))].map((off) => <WhyOff key={off} why={off} />)}
    </fieldset>
  );
}
