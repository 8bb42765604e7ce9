import { ActionPanelError } from "@/components/pipelines/action-panel-error";
import { tellsTargets } from "@/lib/domain/deploy-target";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { RunPanelArtifacts } from "./run-panel-artifacts";
import { RunPanelConfiguration } from "./run-panel-configuration";
import { RunPanelFacts } from "./run-panel-facts";
import { RunPanelTargets } from "./run-panel-targets";
import { RunPanelWays } from "./run-panel-ways";
import type { SelectedRun } from "./timeline-selection";
import type { ChangeExecutionParams } from "./use-execution-params";

export interface RunPanelBodyProps {
  execution: ExecutionDetail;
  selected: SelectedRun;
  onSelect: ChangeExecutionParams;
}

/** What stands below the head of the panel of a run. */
export function RunPanelBody({ execution, selected, onSelect }: RunPanelBodyProps) {
  const { kind, run } = selected;
  return (
    <>
      <RunPanelWays execution={execution} selected={selected} onSelect={onSelect} />
      {run.error !== undefined && <ActionPanelError error={run.error} />}
      {kind === "action" ? (
        <>
          {tellsTargets(run) && (
            <RunPanelTargets
              run={{
                target: execution.target,
                pipeline: execution.pipeline,
                executionId: execution.summary.id,
                runId: run.id,
                runs: run.endedAt === undefined,
              }}
            />
          )}
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
      <RunPanelFacts execution={execution} selected={selected} />
    </>
  );
}
