import clsx from "clsx";
import Link from "next/link";
import { Age } from "@/components/ui/age";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import { Tag } from "@/components/ui/tag";
import { Ticket } from "@/components/ui/ticket";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import { useDrained } from "./drained";
import { ExecutionRail } from "./execution-rail";
import { triggerWords } from "./trigger-words";

/** One execution in one line: where it stands, what it carries, how far it is, who started it, since when. */
export function OnTheLineRow({
  execution,
  href,
  finished = false,
}: {
  execution: ExecutionSummary;
  /** Its page; all of the row leads there. */
  href: string;
  finished?: boolean;
}) {
  const drained = useDrained();
  const { standing, percentComplete: percent } = execution;
  const summary = execution.revisions[0]?.summary;
  const since = finished ? (execution.updatedAt ?? execution.startedAt) : execution.startedAt;
  const whole = [
    ...execution.revisions.map(
      (revision) => `${revision.action} ${revision.shortId}: ${revision.summary ?? "no message"}`,
    ),
    execution.stopReason && `Stopped: ${execution.stopReason}`,
    `execution ${execution.id}`,
  ];
  return (
    <li
      className={clsx(
        "relative grid h-8 grid-cols-[128px_64px_minmax(80px,1fr)_minmax(190px,284px)_minmax(80px,132px)_64px] items-center gap-x-3 border-t px-3 hover:bg-hover",
        "max-lg:grid-cols-[128px_64px_minmax(80px,1fr)_minmax(150px,220px)_64px]",
        "max-sm:h-auto max-sm:grid-cols-[auto_auto_minmax(0,1fr)_auto] max-sm:gap-x-2 max-sm:gap-y-1 max-sm:px-4 max-sm:py-2",
        drained && "hatched",
      )}
    >
      <span
        className={clsx(
          "flex min-w-0 items-center gap-1.5 font-medium",
          statusText(standing, { calm: true, drained }),
        )}
      >
        <StatusIcon standing={standing} percent={percent} drained={drained} decorative />
        <span className="truncate">{statusWord(standing, { percent, drained })}</span>
      </span>
      <span className="flex min-w-0">
        <Ticket
          label={executionLabel(execution.id, execution.revisions)}
          drained={drained}
          title={execution.revisions[0]?.id}
        />
      </span>
      <span
        className="flex min-w-0 items-center gap-1.5 max-sm:order-last max-sm:col-span-full"
        title={whole.filter(Boolean).join("\n")}
      >
        {execution.executionType === "ROLLBACK" && <Tag>rollback</Tag>}
        <Link
          href={href}
          prefetch={false}
          className={clsx(
            "truncate outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
            summary === undefined ? "text-ink-3" : "text-ink",
          )}
        >
          {summary ?? "No commit message"}
        </Link>
      </span>
      <span className="min-w-0 overflow-hidden max-sm:hidden">
        <ExecutionRail execution={execution} />
      </span>
      <span className="truncate text-ink-2 max-lg:hidden" title={execution.trigger?.type}>
        {triggerWords(execution.trigger)}
      </span>
      <span className="text-right text-ink-3 max-sm:col-start-4">
        {since !== undefined && <Age at={since} />}
      </span>
    </li>
  );
}
