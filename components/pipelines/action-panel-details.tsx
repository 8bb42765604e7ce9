import type { ReactNode } from "react";
import { KeyValue } from "@/components/ui/key-value";
import { Ticket } from "@/components/ui/ticket";
import { logConsoleUrl } from "@/lib/domain/console-url";
import { principalName } from "@/lib/domain/principal-name";
import { retryWords } from "@/lib/domain/retry-words";
import { ActionPanelArtifacts } from "./action-panel-artifacts";
import { ActionPanelSection } from "./action-panel-section";
import type { ActionPlaceProps } from "./action-place-props";

interface Item {
  key: string;
  value: ReactNode;
}

function facts({ stage, action }: ActionPlaceProps): Item[] {
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
      logConsoleUrl(action.logStreamArn) === undefined && {
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
        value: retryWords(stage.retry),
      },
  ];
  return items.filter((item): item is Item => typeof item === "object");
}

/** Facts of the action's last run, its revision, links, and the artifacts that go in and out. */
export function ActionPanelDetails(props: ActionPlaceProps) {
  const { stages, stage, action, onSelect } = props;
  return (
    <>
      <ActionPanelArtifacts stages={stages} stage={stage} action={action} onSelect={onSelect} />
      <ActionPanelSection title="Last run">
        <KeyValue items={facts(props)} />
      </ActionPanelSection>
    </>
  );
}
