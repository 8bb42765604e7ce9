import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { Button } from "@/components/ui/button";
import type { ConditionState, StageState } from "@/lib/domain/pipeline-state";
import { whyNotOverride } from "@/lib/domain/why-not-override";
import { usePressOpener } from "./press-opener";
import { WhyOff } from "./why-off";

export interface OverrideButtonProps {
  stage: Pick<StageState, "name" | "executionId">;
  kind: "BEFORE_ENTRY" | "ON_SUCCESS";
  condition: ConditionState;
  large?: boolean;
}

/** Opens the decision to override a condition; stands there only while AWS would take it. */
export function OverrideButton({ stage, kind, condition, large = false }: OverrideButtonProps) {
  const opener = usePressOpener();
  if (opener === null || whyNotOverride(condition) !== undefined) return null;
  const off = opener.whyNot("override", stage.name);
  return (
    <>
      <Button
        size={large ? "lg" : "sm"}
        className="mt-1 w-full min-w-0"
        disabledReason={off}
        {...pipelineDialogs.intent}
        onClick={() =>
          opener.open({ verb: "override", stage: stage.name, condition: kind }, stage.executionId)
        }
      >
        Override…
      </Button>
      {large && <WhyOff why={off} />}
    </>
  );
}
