import { type RefObject, useEffect, useState } from "react";

/** Key of the action whose card is under the pointer, or else has the focus; undefined when none is. */
export function useTouchedAction(frame: RefObject<HTMLElement | null>): string | undefined {
  const [touched, setTouched] = useState<string>();
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const focused = () => keyOf(element.contains(document.activeElement) ? document.activeElement : null);
    const over = (event: Event) => setTouched(keyOf(event.target) ?? focused());
    const away = () => setTouched(focused());
    // What is touched already when the code for it comes.
    setTouched(keyOf(element.querySelector("[data-action]:hover")) ?? focused());
    element.addEventListener("pointerover", over);
    element.addEventListener("pointerleave", away);
    element.addEventListener("focusin", over);
    element.addEventListener("focusout", away);
    return () => {
      element.removeEventListener("pointerover", over);
      element.removeEventListener("pointerleave", away);
      element.removeEventListener("focusin", over);
      element.removeEventListener("focusout", away);
    };
  }, [frame]);
  return touched;
}

function keyOf(target: EventTarget | null): string | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>("[data-action]") : null;
  return card?.dataset.action;
}
