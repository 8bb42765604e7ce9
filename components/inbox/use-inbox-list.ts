import { useMemo } from "react";
import type { InboxItem, InboxList } from "@/lib/contract/inbox";
import { inboxOrder, orderedSince } from "@/lib/domain/inbox-order";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { useAtNow } from "@/lib/queries/server-now";
import { type InboxSection, inboxSections } from "./inbox-sections";
import type { InboxParams } from "./use-inbox-params";

export interface InboxShown {
  /** Those that are asked for, worst first. */
  items: readonly InboxItem[];
  sections: readonly InboxSection[];
  rowOf: (item: Pick<InboxItem, "target" | "pipeline">) => PipelineRow | undefined;
  /** Ids of the targets that any item is of, in the order of the configuration. */
  targets: readonly string[];
  /** How many of those that are asked for call for a person; undefined where nobody told. */
  needed: number | undefined;
  /** Whether some of what is asked for may be among what the server left out. */
  cut: boolean;
}

const NOTHING: readonly InboxItem[] = [];

/** The items that the address asks for. With time passing one may run out, and only that orders them anew. */
export function useInboxList(list: InboxList | undefined, { view, target }: InboxParams): InboxShown {
  const all = list?.items ?? NOTHING;
  const since = useAtNow((now) => orderedSince(all, now));
  return useMemo(() => {
    const wanted = all.filter(
      (item) => (view === "all" || item.may.allowed) && (target === undefined || item.target === target),
    );
    const items = inboxOrder(wanted, since);
    const rows = new Map(list?.rows.map((row) => [`${row.target}/${row.name}`, row]));
    const having = new Set(all.map((item) => item.target));
    // Where anything is listed that one may not settle, all is listed that one may.
    const cut = (list?.leftOut ?? 0) > 0 && (view === "all" || all.every(({ may }) => may.allowed));
    const counted = target === undefined ? list?.counts[view === "all" ? "all" : "mine"] : undefined;
    return {
      items,
      sections: inboxSections(items, since),
      rowOf: (item) => rows.get(`${item.target}/${item.pipeline}`),
      targets: Object.keys(list?.freshness ?? {}).filter((id) => having.has(id)),
      needed: cut ? counted : items.filter(({ byItself }) => !byItself).length,
      cut,
    };
  }, [all, list, view, target, since]);
}
