import { useEffect } from "react";

export interface InboxKeys {
  move: (by: 1 | -1) => void;
  /** Goes from the list into the preview. */
  open: () => void;
  decide: () => void;
}

/** j and k, the arrows, and a for the decision; none of them works while something is typed or a dialog is open. */
export function useInboxKeys(keys: InboxKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
        return;
      const inList = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
      switch (event.key) {
        case "j":
          keys.move(1);
          break;
        case "k":
          keys.move(-1);
          break;
        case "ArrowDown":
        case "ArrowUp":
          // Elsewhere they scroll the page.
          if (!inList) return;
          keys.move(event.key === "ArrowDown" ? 1 : -1);
          break;
        case "Enter":
          if (!inList) return;
          keys.open();
          break;
        case "a":
          keys.decide();
          break;
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
