import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import { Ticket } from "@/components/ui/ticket";
import { executionAddress } from "@/lib/domain/execution-address";
import { isInFlight } from "@/lib/domain/in-flight";
import type { StageState } from "@/lib/domain/pipeline-state";
import type { StageOf } from "@/lib/queries/stage-path";
import { ActionPanelSection } from "./action-panel-section";

/** Executions in front of a stage in the order in which they enter, each with its revisions. */
export function StagePanelQueue({ of, stage }: { of: StageOf; stage: StageState }) {
  if (stage.inbound.length === 0) return null;
  return (
    <ActionPanelSection
      title="In front of it"
      aside={<span className="num font-normal text-ink-3">{stage.inbound.length}</span>}
    >
      <ol className="flex flex-col gap-2">
        {stage.inbound.map(({ executionId, label, status, executionType, revisions }) => (
          <li key={executionId} className="flex min-w-0 flex-col gap-0.5">
            <span className="flex items-center gap-2">
              <Ticket label={label} title={executionId} />
              {executionType === "ROLLBACK" && <Tag>rollback</Tag>}
              <Link
                href={executionAddress(of.target, of.pipeline, executionId)}
                prefetch={false}
                className="text-secondary font-medium text-accent hover:underline"
              >
                Execution {executionId.slice(0, 8)}
              </Link>
            </span>
            {!isInFlight(status) && (
              <span className="text-secondary text-ink-3">{status} here: it never enters.</span>
            )}
            {revisions.map(({ action, shortId, summary, author }) => (
              <span key={action} className="text-secondary break-words text-ink-2">
                {revisions.length > 1 && (
                  <span className="text-ink-3">
                    {action} {shortId}:{" "}
                  </span>
                )}
                {summary ?? "No commit message"}
                {author !== undefined && <span className="text-ink-3">, {author}</span>}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </ActionPanelSection>
  );
}
