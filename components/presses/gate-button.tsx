import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { Button } from "@/components/ui/button";
import { usePressOpener } from "./press-opener";
import { WhyOff } from "./why-off";

export interface GateButtonProps {
  stage: string;
  large?: boolean;
}

/** Opens the decision on a closed gate, in its card. */
export function GateButton({ stage, large = false }: GateButtonProps) {
  const opener = usePressOpener();
  if (opener === null) return null;
  const off = opener.whyNot("open-transition", stage);
  return (
    <>
      <Button
        size={large ? "lg" : "md"}
        className="mt-1 w-full min-w-0"
        disabledReason={off}
        {...pipelineDialogs.intent}
        onClick={() => opener.open({ verb: "open-transition", stage })}
      >
        Open gate…
      </Button>
      {large && <WhyOff why={off} />}
    </>
  );
}
