import { letGo, usePageKeys } from "@/components/ui/use-page-keys";

export interface OverviewKeys {
  filter: () => void;
  move: (by: 1 | -1) => void;
  /** Why the row that has the focus stands failed. */
  why: () => void;
}

/** The keys of the overview. */
export function useOverviewKeys(keys: OverviewKeys): void {
  usePageKeys(({ key }) => {
    switch (key) {
      case "/":
        keys.filter();
        return true;
      case "j":
        keys.move(1);
        return true;
      case "k":
        keys.move(-1);
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
