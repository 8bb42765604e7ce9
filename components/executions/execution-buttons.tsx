import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import type { PressAddress } from "@/components/presses/press-address";
import { Button } from "@/components/ui/button";
import type { ExecutionOffer } from "./execution-offers";

export type OnPress = (address: PressAddress) => void;

export interface ExecutionButtonsProps {
  offers: readonly ExecutionOffer[];
  /** One under the other, as wide and high as a thumb wants, with the reason beneath. */
  large?: boolean;
  onPress: OnPress;
}

/** The presses an execution offers besides stopping it. */
export function ExecutionButtons({ offers, large = false, onPress }: ExecutionButtonsProps) {
  return offers.map(({ address, label, off, primary = false }) => (
    <span key={address.verb} className={large ? "flex flex-col gap-1" : undefined}>
      <Button
        size={large ? "lg" : "md"}
        className={large ? "w-full" : undefined}
        variant={primary ? "primary" : "danger"}
        disabledReason={off}
        {...pipelineDialogs.intent}
        onClick={() => onPress(address)}
      >
        {label}
      </Button>
      {large && off !== undefined && <span className="text-secondary text-ink-3">{off}</span>}
    </span>
  ));
}
