import { ActionPanelError } from "@/components/pipelines/action-panel-error";
import { RunPanelArtifacts } from "./run-panel-artifacts";
import { RunPanelConfiguration } from "./run-panel-configuration";
import { RunPanelFacts } from "./run-panel-facts";
import type { SelectedRun } from "./timeline-selection";

export interface RunPanelBodyProps {
  selected: SelectedRun;
}

/** What stands below the head of the panel of a run. */
export function RunPanelBody({ selected }: RunPanelBodyProps) {
  const { kind, run } = selected;
  return (
    <>
      {run.error !== undefined && <ActionPanelError error={run.error} />}
      {kind === "action" ? (
        <>
          <RunPanelConfiguration
            title="Configuration"
            resolved={run.resolvedConfiguration}
            written={run.configuration}
          />
          <RunPanelArtifacts run={run} />
          <RunPanelConfiguration title="Output variables" resolved={run.outputVariables} written={[]} />
        </>
      ) : (
        <RunPanelConfiguration title="Configuration" resolved={run.configuration} written={[]} />
      )}
      <RunPanelFacts selected={selected} />
    </>
  );
}
