import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { Button } from "@/components/ui/button";
import { usePressOpener } from "./press-opener";

/** Opens the decision to release a change, for a thumb. */
export function ReleaseButton() {
  const opener = usePressOpener();
  if (opener === null) return null;
  const off = opener.whyNot("release");
  return (
    <>
      <Button
        size="lg"
        className="w-full"
        disabledReason={off}
        {...pipelineDialogs.intent}
        onClick={() => opener.open({ verb: "release" })}
      >
        Release change…
      </Button>
      {off !== undefined && <p className="text-secondary text-ink-3">{off}</p>}
    </>
  );
}
