const GAP = 6;
const EDGE = 8;

/** Puts a shown popover below its anchor, or above where there is no room, inside the window. */
export function placeNear(anchor: HTMLElement, floating: HTMLElement, align: "start" | "end"): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const wanted = align === "start" ? box.left : box.right - width;
  const below = box.bottom + GAP;
  const top = below + height + EDGE > window.innerHeight ? Math.max(EDGE, box.top - GAP - height) : below;
  floating.style.left = `${Math.max(EDGE, Math.min(wanted, window.innerWidth - width - EDGE))}px`;
  floating.style.top = `${top}px`;
}
