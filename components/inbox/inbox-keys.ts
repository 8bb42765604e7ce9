import { stepOf, usePageKeys } from "@/components/ui/use-page-keys";

export interface InboxKeys {
  move: (by: 1 | -1) => void;
  /** Goes from the list into the preview. */
  open: () => void;
  decide: () => void;
}

/** j and k, the arrows, and a for the decision. */
export function useInboxKeys(keys: InboxKeys): void {
  usePageKeys(({ key, target }) => {
    const inList = target instanceof HTMLElement && target.dataset.row !== undefined;
    const by = stepOf(key);
    if (by !== undefined) {
      keys.move(by);
      return true;
    }
    switch (key) {
      case "ArrowDown":
      case "ArrowUp":
        // Elsewhere they scroll the page.
        if (inList) keys.move(key === "ArrowDown" ? 1 : -1);
        return inList;
      case "Enter":
        if (inList) keys.open();
        return inList;
      case "a":
        keys.decide();
        return true;
      default:
        return false;
    }
  });
}
