import { useDrained } from "@/components/pipelines/drained";
import { Age } from "@/components/ui/age";
import { StatusIcon } from "@/components/ui/status-icon";
import { Ticket } from "@/components/ui/ticket";
import { Train } from "@/components/ui/train";
import { executionLabel } from "@/lib/domain/execution-label";
import type { StageShips } from "@/lib/domain/stage-ships";
import { notCompared } from "@/lib/domain/unread";
import { ShipsSource } from "./ships-source";
import { ShipsVariables } from "./ships-variables";

export interface ShipsListProps {
  ships: StageShips;
  /** What the second end is called: `Would ship`, `Would be there`. */
  becomes: string;
}

/** From what is in a stage to what would be: the two ends, every source between them, and the variables that change. */
export function ShipsList({ ships, becomes }: ShipsListProps) {
  const { from, to, sources, destination, variables, direction, unread, gaps } = ships;
  const gap = notCompared(ships);
  const drained = useDrained();
  const count = sources.reduce((sum, { revisions }) => sum + revisions.length, 0);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-3 text-label text-ink-3">
        {from === undefined ? (
          <span className="pb-0.5">
            {unread === undefined
              ? `Nothing has gone through ${destination} yet`
              : `What is in ${destination} is not known`}
          </span>
        ) : (
          <span className="flex min-w-0 items-center gap-2">
            <StatusIcon standing={from.standing} size={16} drained={drained} decorative />
            <span className="flex min-w-0 flex-col">
              <span className="truncate">Now in {destination}</span>
              <span className="flex items-center gap-1.5">
                <Ticket label={executionLabel(from.id, from.revisions)} title={from.revisions[0]?.summary} />
                {from.endedAt !== undefined && (
                  <Age at={from.endedAt} ago className="whitespace-nowrap max-sm:hidden" />
                )}
              </span>
            </span>
          </span>
        )}
        <span aria-hidden className="mb-[7px] h-0.5 min-w-4 flex-1 bg-rail" />
        <span className="pb-0.5 text-center text-secondary text-ink-2">{countWords(count, direction)}</span>
        <span aria-hidden className="mb-[7px] h-0.5 min-w-4 flex-1 bg-rail max-sm:hidden" />
        <span className="flex flex-col items-end whitespace-nowrap">
          <span>{becomes}</span>
          <Train
            label={executionLabel(to.id, to.revisions)}
            kind={direction === "back" ? "track" : "person"}
          />
        </span>
      </div>
      <ul className="flex flex-col">
        {sources.map((source) => (
          <ShipsSource key={source.action} source={source} destination={destination} executionId={to.id} />
        ))}
        {sources.length === 0 && (
          <li className="text-secondary text-ink-3">
            AWS gave no source revision for this execution; it goes by its own id.
          </li>
        )}
      </ul>
      {variables !== undefined && <ShipsVariables {...variables} />}
      {gap !== undefined && <p className="text-secondary text-ink-3">{gap}</p>}
      {gaps.length > 0 && (
        <p className="text-secondary text-ink-3">
          Not everything can be told: the role lacks {gaps.join(", ")}.
        </p>
      )}
    </div>
  );
}

function countWords(count: number, direction: StageShips["direction"]): string {
  const revisions = `${count} ${count === 1 ? "revision" : "revisions"}`;
  if (direction === "none" || count === 0) return "no other revision";
  return direction === "back" ? `${revisions} taken away` : revisions;
}
