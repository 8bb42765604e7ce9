import clsx from "clsx";
import type { MouseEvent } from "react";
import { MiniRail } from "@/components/pipelines/mini-rail";
import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { ReadNowButton } from "@/components/pipelines/read-now-button";
import { Button } from "@/components/ui/button";
import { StatusIcon } from "@/components/ui/status-icon";
import type { InboxItem } from "@/lib/contract/inbox";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { pressWords } from "./inbox-press";
import { inboxPreview } from "./inbox-preview-part";
import { InboxRail } from "./inbox-rail";
import { InboxRowTime } from "./inbox-row-time";

const RAIL_PX = 392;

export interface InboxRowProps {
  item: InboxItem;
  row: PipelineRow | undefined;
  /** Where a click leads, for who opens it elsewhere. */
  href: string;
  selected: boolean;
  /** It needs nobody any more. */
  settled: boolean;
  drained: boolean;
  /** CSS pixels the rail has on a phone; undefined elsewhere. */
  phoneRailPx?: number;
  onSelect: () => void;
  onPress: () => void;
}

/** One item: what is the matter, where on its line, how long there is, and the button that opens the decision. */
export function InboxRow(props: InboxRowProps) {
  const { item, row, href, selected, settled, drained, phoneRailPx, onSelect, onPress } = props;
  const { title, text, standing, target, pipeline, may, kind, ownPage } = item;
  const grey = drained || settled;
  const press = (event: MouseEvent) => {
    // With a key held the browser opens the address elsewhere, as for any link.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onSelect();
  };
  const time = settled ? null : (
    <InboxRowTime item={item} seenAt={drained ? (row?.asOf ?? undefined) : undefined} />
  );
  const button = settled ? null : drained ? (
    <ReadNowButton target={target} pipeline={pipeline} label="Read again" />
  ) : (
    <Button
      variant={kind === "approval" && (selected || phoneRailPx !== undefined) ? "primary" : "normal"}
      className="max-sm:h-11 max-sm:px-4 max-sm:text-section"
      disabledReason={kind === "approval" || ownPage || may.allowed ? undefined : may.why}
      {...pipelineDialogs.intent}
      onClick={onPress}
    >
      {pressWords(item)}
    </Button>
  );
  return (
    <li
      className={clsx(
        "relative grid items-center gap-x-3.5 border-b px-page sm:min-h-[72px] sm:py-1.5",
        "sm:grid-cols-[18px_minmax(0,1fr)_120px_auto] xl:grid-cols-[18px_minmax(0,1fr)_392px_132px_auto]",
        "max-sm:grid-cols-[18px_minmax(0,1fr)] max-sm:gap-x-2 max-sm:px-4 max-sm:py-3",
        selected ? "bg-accent-tint shadow-[inset_2px_0_var(--accent)]" : "bg-surface hover:bg-hover",
        grey && !selected && "hatched",
      )}
    >
      <span className="mt-1 self-start max-sm:mt-px">
        <StatusIcon standing={standing} size={18} drained={grey} />
      </span>
      <span className="min-w-0">
        <a
          href={href}
          data-row={item.id}
          aria-current={selected ? "true" : undefined}
          {...inboxPreview.intent}
          onClick={press}
          className={clsx(
            "block truncate text-body font-semibold outline-none after:absolute after:inset-0",
            "focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
            grey ? "text-ink-2" : "text-ink",
          )}
          title={title}
        >
          {settled ? `Settled: ${title}` : drained ? `Was: ${title}` : title}
        </a>
        <span className="block truncate text-secondary text-ink-2 max-sm:hidden" title={text}>
          {text}
        </span>
        <span className="block truncate text-label text-ink-3 max-sm:text-secondary">
          {pipeline}, {target}
        </span>
      </span>
      <span className="min-w-0 max-xl:hidden">
        {row && phoneRailPx === undefined && <InboxRail row={row} width={RAIL_PX} drained={grey} />}
      </span>
      {phoneRailPx !== undefined && row && (
        <span className="col-start-2 mt-1.5 min-w-0 sm:hidden">
          <MiniRail row={row} width={phoneRailPx} slim drained={grey} />
        </span>
      )}
      <span className="flex items-center justify-between gap-3 max-sm:col-start-2 max-sm:mt-1.5 sm:contents">
        <span className="min-w-0 flex-1">{time}</span>
        <span className="relative flex justify-end sm:min-w-[104px]">{button}</span>
      </span>
    </li>
  );
}
