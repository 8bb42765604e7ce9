"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { placeNear } from "./place-near";

/** A note that appears on hover and keyboard focus. What it says must also be reachable without it. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const note = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const around = anchor.current;
    if (around === null) return;
    const show = () => {
      if (note.current === null) return;
      note.current.showPopover();
      placeNear(around, note.current, "center");
    };
    const hide = () => note.current?.hidePopover();
    const listeners = { pointerenter: show, focusin: show, pointerleave: hide, focusout: hide };
    for (const [name, listener] of Object.entries(listeners)) around.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) around.removeEventListener(name, listener);
    };
  }, []);

  return (
    <>
      <span ref={anchor} aria-describedby={id} className="inline-flex">
        {children}
      </span>
      <div
        ref={note}
        id={id}
        role="tooltip"
        popover="manual"
        className="pointer-events-none fixed inset-auto m-0 max-w-80 animate-appear rounded-control bg-flip px-2.5 py-1.5 text-secondary text-on-flip shadow-float"
      >
        {content}
      </div>
    </>
  );
}
