import type { RefObject } from "react";
import { letGo, stepOf, usePageKeys } from "@/components/ui/use-page-keys";
import type { HistoryListHandle } from "./history-list";

/** `j` and `k` move through the rows, Enter opens the one that has the focus, Esc leaves it. */
export function useHistoryKeys(list: RefObject<HistoryListHandle | null>): void {
  usePageKeys(({ key }) => {
    if (key === "Escape") letGo();
    const by = stepOf(key);
    if (by !== undefined) list.current?.move(by);
    return by !== undefined;
  });
}
