import type { ReactNode } from "react";
import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { ExternalLink } from "@/components/ui/external-link";
import { KeyValue } from "@/components/ui/key-value";
import { logConsoleUrl } from "@/lib/domain/console-url";
import { countOf } from "@/lib/domain/count-words";
import { formatDuration } from "@/lib/domain/duration";
import type { ExecutionDetail, RuleRun } from "@/lib/domain/execution-detail";
import { exactInstant } from "@/lib/domain/instant-words";
import { principalName } from "@/lib/domain/principal-name";
import { useDurations } from "@/lib/queries/duration-queries";
import { CONDITIONS } from "./condition-words";
import type { SelectedRun } from "./timeline-selection";

interface Item {
  key: string;
  value: ReactNode;
}

/** When a run was, who changed it last, its ids, and what else AWS tells. */
export function RunPanelFacts({
  execution,
  selected,
}: {
  execution: ExecutionDetail;
  selected: SelectedRun;
}) {
  const usual = useDurations(execution.target, execution.pipeline)?.actions.find(
    ({ stage, name }) => stage === selected.stage.name && name === selected.run.name,
  );
  const length =
    usual === undefined || selected.kind === "rule"
      ? []
      : [
          {
            key: "Usually takes",
            value: `${formatDuration(usual.medianMs)}, median of ${countOf(usual.successes, "success", "successes")}`,
          },
        ];
  return (
    <ActionPanelSection
      title="This run"
      aside={
        <ExternalLink href={execution.consoleUrl} quiet>
          Open in AWS
        </ExternalLink>
      }
    >
      <KeyValue items={[...length, ...common(selected), ...ofAction(selected)]} />
    </ActionPanelSection>
  );
}

function common({ run }: SelectedRun): Item[] {
  const items: Array<Item | false> = [
    run.summary !== undefined &&
      run.summary !== run.error?.message && {
        key: "Summary",
        value: <span className="whitespace-pre-wrap">{run.summary}</span>,
      },
    run.startedAt !== undefined && { key: "Started", value: exactInstant(run.startedAt) },
    run.endedAt !== undefined && { key: "Ended", value: exactInstant(run.endedAt) },
    run.status !== run.standing && { key: "Status in AWS", value: run.status },
    run.updatedBy !== undefined && {
      key: "Updated by",
      value: <span title={run.updatedBy}>{principalName(run.updatedBy)}</span>,
    },
    { key: "Run id", value: mono(run.id) },
  ];
  return items.filter((item) => item !== false);
}

function ofRule(run: RuleRun): Item[] {
  const items: Array<Item | false> = [
    run.condition !== undefined && {
      key: "Condition",
      value: `${CONDITIONS[run.condition]}${run.overridden ? ", overridden" : ""}`,
    },
    run.externalExecutionId !== undefined && { key: "External id", value: mono(run.externalExecutionId) },
  ];
  return items.filter((item) => item !== false);
}

function ofAction(selected: SelectedRun): Item[] {
  if (selected.kind === "rule") return ofRule(selected.run);
  const { run } = selected;
  const items: Array<Item | false> = [
    run.externalExecutionId !== undefined && { key: "External id", value: mono(run.externalExecutionId) },
    run.logStreamArn !== undefined &&
      logConsoleUrl(run.logStreamArn) === undefined && { key: "Log stream", value: mono(run.logStreamArn) },
    run.region !== undefined && { key: "Region", value: run.region },
    run.roleArn !== undefined && { key: "Role", value: mono(run.roleArn) },
    run.namespace !== undefined && { key: "Namespace", value: mono(run.namespace) },
    { key: "Kind", value: [run.category, run.owner].filter((word) => word !== "").join(", ") },
  ];
  return items.filter((item) => item !== false);
}

function mono(text: string): ReactNode {
  return <span className="font-mono text-secondary break-all">{text}</span>;
}
