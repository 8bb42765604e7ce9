import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { searchWith, showSearch } from "@/components/ui/address";
import { useSettled } from "@/components/ui/use-settled";
import { useTyped } from "@/components/ui/use-typed";
import type { HistoryFilter } from "@/lib/domain/history-filter";
import { parseHistoryFilter } from "@/lib/domain/history-query";

const ADDRESS_DELAY_MS = 200;
const STATUS = /^[A-Za-z]{1,40}$/;
const ID = /^[\w-]{1,100}$/;

/** Statuses of a `status` parameter, each once, in a fixed order; what cannot be one is left out. */
export function readStatuses(text: string): string[] {
  return [...new Set(text.split(","))].filter((word) => STATUS.test(word)).toSorted();
}

/** At most two different ids of executions, of a `compare` parameter. */
export function readCompared(text: string): string[] {
  return [...new Set(text.split(","))].filter((id) => ID.test(id)).slice(0, 2);
}

/** What a person has set on the history page. */
export interface HistoryParams {
  /** Chips pressed; none is all. */
  statuses: readonly string[];
  /** The text of the filter box. */
  q: string;
  /** Executions chosen to be compared, two at most. */
  compared: readonly string[];
}

/**
 * `change` sets what it names. Everything stands in the address: `?status=Failed&q=person:kaya&compare=id,id`. `text` is
 * what the box holds, and `filter` follows it at once; the address does when a person pauses, since all that reads it is
 * drawn anew. What is chosen shows at once as well.
 */
export function useHistoryUrl(): Omit<HistoryParams, "q"> & {
  text: string;
  type: (text: string) => void;
  filter: HistoryFilter;
  change: (patch: Partial<HistoryParams>) => void;
} {
  const search = useSearchParams();
  const of = (name: string) => search.get(name) ?? "";
  const [status, setStatus] = useTyped(of("status"));
  const [compare, setCompare] = useTyped(of("compare"));
  const q = of("q");
  const statuses = useMemo(() => readStatuses(status), [status]);
  const compared = useMemo(() => readCompared(compare), [compare]);
  const [text, type] = useTyped(q);
  const wanted = text.trim();
  useSettled(wanted, q, (settled) => change({ q: settled }), ADDRESS_DELAY_MS);
  const filter = useMemo(() => {
    const typed = parseHistoryFilter(wanted);
    const all = [...new Set([...statuses, ...(typed.statuses ?? [])])].toSorted();
    return all.length === 0 ? typed : { ...typed, statuses: all };
  }, [wanted, statuses]);
  const choose = (patch: Partial<HistoryParams>) => {
    if (patch.statuses) setStatus(patch.statuses.join(","));
    if (patch.compared) setCompare(patch.compared.join(","));
    change(patch);
  };
  return { statuses, text, type, compared, filter, change: choose };
}

function change({ statuses, q, compared }: Partial<HistoryParams>): void {
  const { search } = window.location;
  const asked = searchWith(search, {
    ...(statuses && { status: statuses.join(",") }),
    ...(q !== undefined && { q }),
    ...(compared && { compare: compared.join(",") }),
  });
  if (asked !== search) showSearch(asked, { replace: true });
}
