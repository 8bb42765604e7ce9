import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { Button } from "@/components/ui/button";
import { usePressOpener } from "./press-opener";

export interface GateButtonProps {
  stage: string;
  large?: boolean;
}

/** Opens the decision on a closed gate, in its card. */
export function GateButton({ stage, large = false }: GateButtonProps) {
  const opener = usePressOpener();
  if (opener === null) return null;
  return (
    <Button
      size={large ? "lg" : "md"}
      className="mt-1 w-full min-w-0"
      disabledReason={opener.whyNot("open-transition")}
      {...pipelineDialogs.intent}
      onClick={() => opener.open({ verb: "open-transition", stage })}
    >
      Open gate…
    </Button>
  );
}
