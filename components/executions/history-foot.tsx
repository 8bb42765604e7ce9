import { Button } from "@/components/ui/button";
import type { ExecutionList } from "@/lib/contract/execution-list";
import { countOf } from "@/lib/domain/count-words";
import type { Instant } from "@/lib/domain/instant";
import { dayWords } from "@/lib/domain/short-instant";
import { ProblemError } from "@/lib/queries/fetch-json";
import { unreadWords } from "./unread-words";

type Index = NonNullable<ExecutionList["index"]>;

export interface HistoryFootProps {
  found: number;
  filtered: boolean;
  /** How far back has been read. */
  searchedTo?: Instant;
  /** How far back the server keeps executions of the pipeline. */
  index?: Index;
  today: string;
  hasOlder: boolean;
  /** Going on is a person's choice. */
  pauses: boolean;
  error: Error | null;
  onGoOn: () => void;
}

/** Under the last row: how far back it goes, and whether that is all. Always of the same height. */
export function HistoryFoot(props: HistoryFootProps) {
  const { found, filtered, searchedTo, index, today, hasOlder, pauses, error, onGoOn } = props;
  const back = searchedTo === undefined ? "" : `back to ${dayWords(searchedTo, today)}`;
  const button = (words: string) => (
    <Button size="sm" onClick={onGoOn}>
      {words}
    </Button>
  );
  return (
    <div
      role="status"
      className="flex min-h-9 items-center gap-3 px-3 text-secondary text-ink-3 max-sm:min-h-14 max-sm:px-4"
    >
      {error !== null ? (
        <>
          <span className="text-bad">
            Older executions could not be read:{" "}
            {error instanceof ProblemError ? error.problem.title : error.message}.
          </span>
          {button("Try again")}
        </>
      ) : hasOlder && pauses ? (
        <>
          Searched {back}, found {found === 0 ? "none" : found}.{button("Search further back")}
        </>
      ) : hasOlder ? (
        <>
          {filtered ? "Searching older executions…" : "Reading older executions…"} {back}
        </>
      ) : (
        `${countOf(found, "execution")}, all that ${index === undefined ? "AWS keeps" : index.unread === undefined ? "is known" : "is known yet"}${back === "" ? "" : `, ${back}`}.`
      )}
      {index !== undefined && <span className="ml-auto text-right">{keptWords(index, today)}</span>}
    </div>
  );
}

/** How far back the server knows executions. */
function keptWords({ backTo, complete, reading, keepMonths, unread }: Index, today: string): string {
  if (unread !== undefined) return unreadWords(unread);
  if (complete) return `AWS keeps 12 months, Pipedeck ${keepMonths}.`;
  const known = `Indexed${backTo === undefined ? "" : ` back to ${dayWords(backTo, today)}`}`;
  return `${known}, ${reading ? "still reading" : "older ones are not read"}. AWS keeps 12 months.`;
}
