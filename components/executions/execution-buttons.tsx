import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { Button } from "@/components/ui/button";
import type { ExecutionOffer } from "./execution-offers";

export type OnPress = (open: ExecutionOffer["open"]) => void;

export interface ExecutionButtonsProps {
  offers: readonly ExecutionOffer[];
  /** One under the other, as wide and high as a thumb wants, with the reason beneath. */
  large?: boolean;
  onPress: OnPress;
}

/** The presses an execution offers besides stopping it. */
export function ExecutionButtons({ offers, large = false, onPress }: ExecutionButtonsProps) {
  return offers.map(({ open, label, off, primary = false }) => (
    <span key={label} className={large ? "flex min-w-0 flex-col gap-1" : undefined}>
      <Button
        size={large ? "lg" : "md"}
        className={large ? "w-full" : "max-w-80"}
        variant={primary ? "primary" : open.press?.startsWith("rollback") ? "danger" : "normal"}
        disabledReason={off}
        {...pipelineDialogs.intent}
        onClick={() => onPress(open)}
      >
        <span className="truncate" title={label}>
          {label}
        </span>
      </Button>
      {large && off !== undefined && <span className="text-secondary text-ink-3">{off}</span>}
    </span>
  ));
}
