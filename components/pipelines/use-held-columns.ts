import { type RefObject, useState } from "react";

/**
 * Keeps the columns of the rail as wide as they are while a card of it is under the pointer or has the focus, or a
 * dialog is open, so that nothing moves under them; what the cards say stays live.
 */
export function useHeldColumns(grid: RefObject<HTMLElement | null>, template: string, dialogOpen: boolean) {
  const [touched, setTouched] = useState(false);
  const [kept, setKept] = useState(template);
  const sameStages = kept.split("fr").length === template.split("fr").length;
  const holds = (touched || dialogOpen) && sameStages;
  if (!holds && kept !== template) {
    setKept(template);
  }
  const touch = (event: { target: EventTarget | null }) => {
    const card = event.target instanceof Element ? event.target.closest("button, a") : null;
    setTouched(card !== null && grid.current?.contains(card) === true);
  };
  const leave = () => setTouched(false);
  return {
    columns: holds ? kept : template,
    handlers: { onPointerOver: touch, onPointerLeave: leave, onFocus: touch, onBlur: leave },
  };
}
