import clsx from "clsx";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";

/** AWS's words for an execution, what wants a person first. */
const STATUSES = [
  "InProgress",
  "Failed",
  "Stopping",
  "Stopped",
  "Succeeded",
  "Superseded",
  "Cancelled",
] as const;

export interface HistoryFilterProps {
  /** Statuses chosen; none is all. One this version does not know has a chip while it is chosen. */
  statuses: readonly string[];
  onChoose: (statuses: readonly string[]) => void;
}

/** Which statuses are listed, as chips to press. */
export function HistoryFilter({ statuses, onChoose }: HistoryFilterProps) {
  const chips = [...STATUSES, ...statuses.filter((word) => !(STATUSES as readonly string[]).includes(word))];
  return (
    <fieldset className="flex min-w-0 items-center gap-1.5 px-page pb-2 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 sm:flex-wrap">
      <legend className="sr-only">Show executions that are</legend>
      <span aria-hidden className="mr-1 text-secondary text-ink-3 max-sm:hidden">
        Status
      </span>
      {chips.map((status) => {
        const chosen = statuses.includes(status);
        return (
          <button
            key={status}
            type="button"
            aria-pressed={chosen}
            onClick={() =>
              onChoose(chosen ? statuses.filter((word) => word !== status) : [...statuses, status].toSorted())
            }
            className={clsx(
              "thumb my-2 inline-flex h-6 shrink-0 items-center gap-1.5 rounded-control border px-2 text-secondary font-medium sm:my-0",
              chosen
                ? "border-accent/60 bg-accent-tint text-accent"
                : "border-line-2 bg-surface text-ink-2 hover:bg-hover hover:text-ink",
            )}
          >
            {chosen ? (
              <Glyph name="check" size={12} />
            ) : (
              <StatusIcon standing={status} decorative className="size-3" />
            )}
            {statusWord(status)}
          </button>
        );
      })}
      {statuses.length > 0 && (
        <button
          type="button"
          onClick={() => onChoose([])}
          className="thumb ml-1 shrink-0 rounded-control px-1 text-secondary font-medium text-accent hover:underline"
        >
          Show all
        </button>
      )}
    </fieldset>
  );
}
