import { type FocusEvent, useState } from "react";

/**
 * Whether the pointer is over a list or the focus in it; `handlers` belong to the list. `leave`: what had the focus is
 * about to vanish, of which no event tells.
 */
export function useTouched() {
  const [over, setOver] = useState(false);
  const [within, setWithin] = useState(false);
  return {
    touched: over || within,
    leave: () => setWithin(false),
    handlers: {
      onPointerEnter: () => setOver(true),
      onPointerLeave: () => setOver(false),
      onFocus: () => setWithin(true),
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        setWithin(currentTarget.contains(relatedTarget)),
    },
  };
}
