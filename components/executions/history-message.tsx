import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { shortExecution } from "@/lib/domain/short-id";

/** What an execution carries in one line, that it is a rollback, and why it was stopped. */
export function HistoryMessage({
  execution,
  hrefOf,
}: {
  execution: ExecutionSummary;
  hrefOf: (id: string) => string;
}) {
  const { revisions, stopReason, rollbackOf } = execution;
  const summary = revisions[0]?.summary;
  const whole = revisions.map(
    (revision) => `${revision.action} ${revision.shortId}: ${revision.summary ?? "no message"}`,
  );
  if (stopReason !== undefined) whole.push(`Stopped: ${stopReason}`);
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={whole.join("\n") || undefined}>
      {execution.executionType === "ROLLBACK" &&
        (rollbackOf === undefined ? (
          <Tag>rollback</Tag>
        ) : (
          <Link
            href={hrefOf(rollbackOf)}
            prefetch={false}
            title={`Brings back what execution ${rollbackOf} brought`}
            className="relative z-10 hover:underline"
          >
            <Tag>rollback to {shortExecution(rollbackOf)}</Tag>
          </Link>
        ))}
      <span className={summary === undefined ? "truncate text-ink-3" : "truncate text-ink"}>
        {summary ?? "No commit message"}
      </span>
      {stopReason !== undefined && (
        <span className="max-w-[60%] shrink-0 truncate text-secondary text-ink-3">stopped: {stopReason}</span>
      )}
    </span>
  );
}
