import { type RefObject, useEffect } from "react";
import type { HistoryListHandle } from "./history-list";

/** `j` and `k` move through the rows, Enter opens the one that has the focus, Esc leaves it. */
export function useHistoryKeys(list: RefObject<HistoryListHandle | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) {
        return;
      }
      if (event.key === "j") list.current?.move(1);
      else if (event.key === "k") list.current?.move(-1);
      else {
        if (event.key === "Escape" && document.activeElement instanceof HTMLElement) {
          document.activeElement.blur();
        }
        return;
      }
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [list]);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog:modal") !== null) return true;
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
