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
    return {
      items,
      sections: inboxSections(items, since),
      rowOf: (item) => rows.get(`${item.target}/${item.pipeline}`),
      targets: Object.keys(list?.freshness ?? {}).filter((id) => having.has(id)),
    };
  }, [all, list, view, target, since]);
}
