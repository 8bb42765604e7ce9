import type { ReactNode } from "react";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import { attentionRank } from "@/lib/domain/attention";
import { countOf, formatCount } from "@/lib/domain/count-words";
import type { Standing } from "@/lib/domain/standing";

export interface OverviewHeadProps {
  /** What the group is called, on the button that folds it. */
  name: ReactNode;
  /** What else is said of it. */
  children?: ReactNode;
  /** Rows of the group that are shown, or would be were it not folded. */
  rows: number;
  /** How many of them stand how, as far as they were read. */
  byStatus?: ReadonlyMap<Standing, number>;
  folded: boolean;
  /** Whether counts by status may be stated as present. */
  trusted: boolean;
  onFold: () => void;
}

function worstFirst(byStatus: ReadonlyMap<Standing, number> = new Map()): Array<[Standing, number]> {
  return [...byStatus].sort(([a], [b]) => attentionRank(a) - attentionRank(b));
}

/** Head of a group of rows: its name folds it, and how many stand how. */
export function OverviewHead({ name, children, rows, byStatus, folded, trusted, onFold }: OverviewHeadProps) {
  return (
    <div className="relative flex h-full items-center gap-3 border-b bg-sunken px-page max-sm:px-4">
      <button
        type="button"
        aria-expanded={!folded}
        onClick={onFold}
        className="flex min-w-0 items-center gap-2.5 font-semibold text-ink outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
      >
        <Glyph name={folded ? "right" : "down"} size={12} className="max-sm:hidden" />
        <span className="truncate">{name}</span>
      </button>
      {children}
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
