import { letGo, stepOf, usePageKeys } from "@/components/ui/use-page-keys";

export interface OverviewKeys {
  filter: () => void;
  move: (by: 1 | -1) => void;
  /** Why the row that has the focus stands failed. */
  why: () => void;
}

/** The keys of the overview. */
export function useOverviewKeys(keys: OverviewKeys): void {
  usePageKeys(({ key }) => {
    const by = stepOf(key);
    if (by !== undefined) {
      keys.move(by);
      return true;
    }
    switch (key) {
      case "/":
        keys.filter();
        return true;
      case "w":
        keys.why();
        return true;
      case "Escape":
        letGo();
        return false;
      default:
        return false;
    }
  });
}
