import { useEffect, useState } from "react";
import { type HeldOrder, holdOrder, shownRows, takeOrder } from "@/lib/domain/held-order";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { RowIndex } from "@/lib/domain/row-index";

const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"] as const;

/** The first read of the world is over by then, or never will be. */
const SETTLED_MS = 20_000;

/** False until a person does anything on the page, or the page has been there for a while. */
function useTouched(): boolean {
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    const touch = () => setTouched(true);
    for (const name of TOUCHES) window.addEventListener(name, touch, { once: true, passive: true });
    const timer = setTimeout(touch, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      for (const name of TOUCHES) window.removeEventListener(name, touch);
    };
  }, []);
  return touched;
}

interface OrderState {
  held: HeldOrder;
  index: RowIndex;
  wanted: readonly number[];
  asked: string;
}

/**
 * The order rows are shown in. It is made when the page loads and when `asked`, what a person set, changes; after
 * that rows stay where they are and a new order waits for `show`. While the first read of the world is still coming
 * in and nobody has touched the page, rows go straight to their places. `wanted` are places of the list.
 */
export function useOverviewOrder(
  index: RowIndex,
  wanted: readonly number[],
  asked: string,
): { held: HeldOrder; show: () => void } {
  const touched = useTouched();
  const anew = () => ({ held: takeOrder(index, wanted), index, wanted, asked });
  const [state, setState] = useState<OrderState>(anew);

  let current = state;
  if (current.asked !== asked) {
    current = anew();
  } else if (current.index !== index || current.wanted !== wanted) {
    const unread = (row: PipelineRow) => row.status === null;
    const settling = !touched && (index.rows.some(unread) || shownRows(current.held).some(unread));
    const empty = current.held.keys.length === 0;
    current =
      settling || empty ? anew() : { held: holdOrder(current.held, index, wanted), index, wanted, asked };
  }
  if (current !== state) setState(current);

  return { held: current.held, show: () => setState(anew()) };
}
