import { useSyncExternalStore } from "react";
import { useDrawnSize } from "@/components/layout/window-size";

/** A width in CSS pixels, at most or at least. */
export type WidthQuery = `(${"max" | "min"}-width: ${number}px)`;

/** Whether the window's width matches, following it; on the server that of the window it draws for. */
export function useMediaQuery(query: WidthQuery): boolean {
  const { width } = useDrawnSize();
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
    () => matches(query, width),
  );
}

function matches(query: WidthQuery, width: number): boolean {
  const px = Number(/(\d+)px/.exec(query)?.[1]);
  return query.startsWith("(max") ? width <= px : width >= px;
}
