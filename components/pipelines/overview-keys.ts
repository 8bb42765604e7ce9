import { useEffect } from "react";

export interface OverviewKeys {
  filter: () => void;
  move: (by: 1 | -1) => void;
  /** Why the row that has the focus stands failed. */
  why: () => void;
  /** Whatever has the focus lets go of it. */
  leave: () => void;
}

/** The keys of the overview; none of them works while something is typed or a dialog is open. */
export function useOverviewKeys(keys: OverviewKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
        return;
      switch (event.key) {
        case "/":
          keys.filter();
          break;
        case "j":
          keys.move(1);
          break;
        case "k":
          keys.move(-1);
          break;
        case "w":
          keys.why();
          break;
        case "Escape":
          keys.leave();
          return;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [keys]);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog:modal") !== null) return true;
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
