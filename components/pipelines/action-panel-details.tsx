import type { ReactNode } from "react";
import { KeyValue } from "@/components/ui/key-value";
import { Ticket } from "@/components/ui/ticket";
import type { ActionState, StageState } from "@/lib/domain/pipeline-state";
import { principalName } from "@/lib/domain/principal-name";
import { ActionPanelSection } from "./action-panel-section";
import { artifactOrigin } from "./artifact-origin";
import { logUrl } from "./log-url";

export interface ActionPanelDetailsProps {
  stages: readonly StageState[];
  stage: StageState;
  action: ActionState;
}

interface Item {
  key: string;
  value: ReactNode;
}

function facts({ stage, action }: ActionPanelDetailsProps): Item[] {
  const { revision } = action;
  const items: Array<Item | false | undefined> = [
    action.summary !== undefined &&
      action.summary !== action.error?.message && { key: "Summary", value: action.summary },
    action.executionId !== undefined && {
      key: "Execution",
      value: <span className="font-mono text-secondary">{action.executionId}</span>,
    },
    action.openRuns !== undefined && {
      key: "Running now",
      value: `in ${action.openRuns} executions; shown is the one that started last`,
    },
    revision !== undefined && {
      key: "Revision",
      value: (
        <span className="flex flex-wrap items-center gap-x-2">
          <Ticket label={revision.shortId} title={revision.id} />
          {revision.branch !== undefined && <span className="text-ink-3">{revision.branch}</span>}
          {revision.summary !== undefined && <span className="basis-full">{revision.summary}</span>}
          {revision.author !== undefined && <span className="text-ink-3">by {revision.author}</span>}
        </span>
      ),
    },
    action.externalExecutionId !== undefined && {
      key: "External id",
      value: <span className="font-mono text-secondary">{action.externalExecutionId}</span>,
    },
    action.logStreamArn !== undefined &&
      logUrl(action.logStreamArn) === undefined && {
        key: "Log",
        value: <span className="font-mono text-secondary">{action.logStreamArn}</span>,
      },
    action.lastUpdatedBy !== undefined && {
      key: "Updated by",
      value: <span title={action.lastUpdatedBy}>{principalName(action.lastUpdatedBy)}</span>,
    },
    action.region !== undefined && { key: "Region", value: action.region },
    action.namespace !== undefined && {
      key: "Namespace",
      value: <span className="font-mono text-secondary">{action.namespace}</span>,
    },
    { key: "Kind", value: `${action.category}, ${action.owner}` },
    stage.retry !== undefined &&
      stage.retry.automatic + stage.retry.manual > 0 && {
        key: "Stage retries",
        value: `${stage.retry.manual} by hand, ${stage.retry.automatic} automatic`,
      },
  ];
  return items.filter((item): item is Item => typeof item === "object");
}

/** Facts of the action's last run, its revision, links, and the artifacts that go in and out. */
export function ActionPanelDetails(props: ActionPanelDetailsProps) {
  const { stages, stage, action } = props;
  const artifacts = [
    ...action.inputArtifacts.map((name) => ({ way: "in", name })),
    ...action.outputArtifacts.map((name) => ({ way: "out", name })),
  ];
  return (
    <>
      {artifacts.length > 0 && (
        <ActionPanelSection title="Artifacts">
          <ul className="flex flex-col gap-1">
            {artifacts.map(({ way, name }) => {
              const origin = way === "in" ? artifactOrigin(stages, stage, name) : undefined;
              return (
                <li key={`${way} ${name}`} className="grid grid-cols-[40px_minmax(0,1fr)] text-body">
                  <span className="text-ink-3">{way}</span>
                  <span className="break-words text-ink">
                    {name}
                    {origin !== undefined && <span className="text-ink-3"> from {origin}</span>}
                  </span>
                </li>
              );
            })}
          </ul>
        </ActionPanelSection>
      )}
      <ActionPanelSection title="Last run">
        <KeyValue items={facts(props)} />
      </ActionPanelSection>
    </>
  );
}
