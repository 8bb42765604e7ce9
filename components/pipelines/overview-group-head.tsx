import { FreshnessChip } from "@/components/ui/freshness-chip";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import type { Target } from "@/lib/contract/target";
import { formatAccount } from "@/lib/domain/account-words";
import { attentionRank } from "@/lib/domain/attention";
import { countOf, formatCount } from "@/lib/domain/count-words";
import type { Standing } from "@/lib/domain/standing";

export interface OverviewGroupHeadProps {
  target: Pick<Target, "id" | "name" | "account" | "region" | "freshness">;
  /** Rows of the group that are shown, or would be were it not folded. */
  rows: number;
  /** How many of them stand how, as far as they were read. */
  byStatus?: ReadonlyMap<Standing, number>;
  folded: boolean;
  /** Whether counts by status may be stated as present. */
  trusted: boolean;
  /** Our own server has not answered for a while: the chip counts. */
  silent: boolean;
  onFold: () => void;
}

function worstFirst(byStatus: ReadonlyMap<Standing, number> = new Map()): Array<[Standing, number]> {
  return [...byStatus].sort(([a], [b]) => attentionRank(a) - attentionRank(b));
}

/** Head of a target's rows: which account and region, how fresh, how many stand how. */
export function OverviewGroupHead({
  target,
  rows,
  byStatus,
  folded,
  trusted,
  silent,
  onFold,
}: OverviewGroupHeadProps) {
  return (
    <div className="relative flex h-full items-center gap-3 border-b bg-sunken px-page max-sm:px-4">
      <button
        type="button"
        aria-expanded={!folded}
        onClick={onFold}
        className="flex min-w-0 items-center gap-2.5 font-semibold text-ink outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
      >
        <Glyph name={folded ? "right" : "down"} size={12} className="max-sm:hidden" />
        <span className="truncate">{target.name}</span>
      </button>
      <span className="font-mono text-secondary text-ink-3 max-sm:hidden" title={`Account ${target.account}`}>
        {formatAccount(target.account)}
      </span>
      <span className="text-secondary whitespace-nowrap text-ink-3">{target.region}</span>
      <span className="relative max-sm:ml-auto">
        <FreshnessChip freshness={target.freshness} brief={!silent} />
      </span>
      <span className="ml-auto flex items-center gap-3 text-secondary whitespace-nowrap text-ink-3 max-sm:hidden">
        {trusted &&
          worstFirst(byStatus).map(([status, count]) => (
            <span
              key={status}
              title={`${statusWord(status)}: ${formatCount(count)}`}
              className="num relative flex items-center gap-1 text-ink-2 max-md:hidden"
            >
              <StatusIcon standing={status} size={14} />
              {formatCount(count)}
            </span>
          ))}
        <span className="num">{countOf(rows, "pipeline")}</span>
      </span>
    </div>
  );
}
