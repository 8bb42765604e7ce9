import Link from "next/link";
import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { KeyValue } from "@/components/ui/key-value";
import { executionAddress } from "@/lib/domain/execution-address";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { shortExecution } from "@/lib/domain/short-id";
import { ExecutionPresses } from "./execution-presses";
import { ExecutionRevision } from "./execution-revision";
import { ExecutionStartedBy } from "./execution-started-by";
import { ExecutionVariables } from "./execution-variables";

export interface ExecutionFactsProps {
  execution: ExecutionDetail;
  onReceipt: (id: string) => void;
}

/** What an execution carries, with which variables, who started and stopped it, and what rolls what back. */
export function ExecutionFacts({ execution, onReceipt }: ExecutionFactsProps) {
  const { target, pipeline, summary, stopReason, supersededBy } = execution;
  const { rollbackOf, causedBy, rolledBackBy, restoredBy } = execution;
  const link = (id: string) => (
    <Link
      key={id}
      href={executionAddress(target, pipeline, id)}
      prefetch={false}
      title={id}
      className="mr-2 font-mono text-secondary text-accent hover:underline"
    >
      {shortExecution(id)}
    </Link>
  );
  const rollbacks = [
    rollbackOf !== undefined && { key: "Brings back", value: link(rollbackOf) },
    causedBy !== undefined && { key: "Because of", value: link(causedBy) },
    restoredBy.length > 0 && { key: "Brought back by", value: restoredBy.map(link) },
    rolledBackBy.length > 0 && { key: "Taken back by", value: rolledBackBy.map(link) },
  ].filter((item) => item !== false);
  return (
    <>
      <h2 className="sr-only">About the execution</h2>
      {stopReason !== undefined && (
        <ActionPanelSection title={summary.status === "Stopping" ? "Stopping" : "Stopped"}>
          <p className="break-words whitespace-pre-wrap text-ink">{stopReason}</p>
        </ActionPanelSection>
      )}
      {supersededBy !== undefined && (
        <ActionPanelSection title="Superseded">
          <KeyValue items={[{ key: "By", value: link(supersededBy) }]} />
        </ActionPanelSection>
      )}
      {rollbacks.length > 0 && (
        <ActionPanelSection title="Rollback">
          <KeyValue items={rollbacks} />
        </ActionPanelSection>
      )}
      <ActionPanelSection title="Source revisions">
        {summary.revisions.length === 0 ? (
          <p className="text-ink-3">AWS names none.</p>
        ) : (
          <ul className="flex flex-col gap-2.5">
            {summary.revisions.map((revision) => (
              <ExecutionRevision key={`${revision.action} ${revision.id}`} revision={revision} />
            ))}
          </ul>
        )}
      </ActionPanelSection>
      <ExecutionVariables execution={execution} />
      <ActionPanelSection title="Started by">
        <ExecutionStartedBy execution={execution} />
      </ActionPanelSection>
      <ExecutionPresses
        target={target}
        pipeline={pipeline}
        id={summary.id}
        status={summary.status}
        onReceipt={onReceipt}
      />
    </>
  );
}
