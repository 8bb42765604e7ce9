import { type RefObject, useState } from "react";

/** What the columns are made for: `gates` says of each stage, in order, whether a closed gate is in front of it. */
export interface RailShape {
  template: string;
  gates: readonly boolean[];
}

/**
 * Keeps the columns of the rail as wide as they are while a card of it is under the pointer or has the focus, or a
 * dialog is open, so that nothing moves under them; what the cards say stays live. A gate that closes has its card where
 * plain track was, which has no room for one: then they change all the same.
 */
export function useHeldColumns(grid: RefObject<HTMLElement | null>, shape: RailShape, dialogOpen: boolean) {
  const [touched, setTouched] = useState(false);
  const [kept, setKept] = useState(shape);
  const { template, gates } = shape;
  const hasRoom =
    gates.length === kept.gates.length && gates.every((closed, index) => !closed || kept.gates[index]);
  const holds = (touched || dialogOpen) && hasRoom;
  if (!holds && !isSame(kept, shape)) {
    setKept(shape);
  }
  const touch = (event: { target: EventTarget | null }) => {
    const card = event.target instanceof Element ? event.target.closest("button, a") : null;
    setTouched(card !== null && grid.current?.contains(card) === true);
  };
  const leave = () => setTouched(false);
  return {
    columns: holds ? kept.template : template,
    handlers: { onPointerOver: touch, onPointerLeave: leave, onFocus: touch, onBlur: leave },
  };
}

function isSame(one: RailShape, other: RailShape): boolean {
  return one.template === other.template && one.gates.join() === other.gates.join();
}
