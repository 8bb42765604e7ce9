import clsx from "clsx";
import { MARK_STANDING } from "@/components/receipts/receipt-steps";
import { shortRequestId } from "@/components/receipts/receipt-view";
import { VERB_WORDS } from "@/components/receipts/verb-words";
import { StatusIcon } from "@/components/ui/status-icon";
import { Ticket } from "@/components/ui/ticket";
import { isLeftUnseen } from "@/lib/domain/effect-search";
import { clockTime, exactInstant } from "@/lib/domain/instant-words";
import type { Receipt } from "@/lib/domain/receipt";
import { dayWords } from "@/lib/domain/short-instant";
import { useAtNow } from "@/lib/queries/server-now";
import { ACTIVITY_COLUMNS } from "./activity-columns";
import { activityOutcome } from "./activity-outcome";
import { ReceiptDots } from "./receipt-dots";

export interface ActivityRowProps {
  receipt: Receipt;
  /** The day it is, `2026-11-21`. */
  today: string;
  open: boolean;
  onToggle: () => void;
}

/** One press: who, what, where, why, and what came of it. Below 1024 px in three lines. */
export function ActivityRow({ receipt, today, open, onToggle }: ActivityRowProps) {
  const isUnseen = useAtNow((now) => isLeftUnseen(receipt, now));
  const outcome = activityOutcome(receipt, isUnseen);
  const { recordedAt, awsRequestId, stage } = receipt;
  const executionId = receipt.executionId ?? receipt.startedExecutionId;
  const time = clockTime(recordedAt);
  const when =
    recordedAt.slice(0, 10) === today ? time : `${dayWords(recordedAt, today)} ${time.slice(0, 5)}`;
  const sent = receipt.sentAt !== undefined;
  return (
    <button
      type="button"
      data-step
      aria-expanded={open}
      onClick={onToggle}
      className={clsx(
        "grid min-h-8 w-full items-center gap-x-3 border-b px-3 text-left max-lg:flex max-lg:min-h-[76px] max-lg:flex-wrap max-lg:content-center max-lg:gap-y-0.5 max-sm:px-4",
        ACTIVITY_COLUMNS,
        open ? "bg-accent-tint" : "hover:bg-hover",
      )}
    >
      <time dateTime={recordedAt} title={exactInstant(recordedAt)} className="num truncate text-ink-2">
        {when}
      </time>
      <span className="truncate text-ink-2" title={receipt.person.id}>
        {receipt.person.name}
      </span>
      <span className="truncate font-semibold text-ink max-lg:ml-auto">{VERB_WORDS[receipt.verb].press}</span>
      <span
        className="min-w-0 truncate text-ink max-lg:basis-full"
        title={`${receipt.pipeline} in ${receipt.target}`}
      >
        {receipt.pipeline}
        {stage !== undefined && `, ${stage}`}
        <span className="text-ink-3 lg:hidden"> in {receipt.target}</span>
      </span>
      <span className="max-lg:hidden">
        {executionId !== undefined && <Ticket label={executionId.slice(0, 8)} />}
      </span>
      <span className="truncate text-ink-2 max-lg:hidden" title={receipt.reason}>
        {receipt.reason}
      </span>
      <ReceiptDots steps={outcome.steps} />
      <span className="flex min-w-0 items-center gap-1.5 max-lg:flex-1">
        <StatusIcon standing={MARK_STANDING[outcome.mark]} decorative />
        <span className="truncate text-ink" title={outcome.words}>
          {outcome.words}
        </span>
      </span>
      <span className="truncate font-mono text-secondary text-ink-3 max-lg:hidden" title={awsRequestId}>
        {awsRequestId === undefined ? (sent ? "none" : "not sent") : shortRequestId(awsRequestId)}
      </span>
    </button>
  );
}
