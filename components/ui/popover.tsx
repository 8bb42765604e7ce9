"use client";

import clsx from "clsx";
import { type ReactNode, useId, useRef } from "react";
import { placeNear } from "./place-near";

export interface PopoverProps {
  /** Accessible name of the button that opens it, where its text is none. Holds what is written on it. */
  label?: string;
  trigger: ReactNode;
  triggerClassName?: string;
  align?: "start" | "end";
  children: ReactNode;
}

/** A light panel by its button on the browser's own popover: Esc and a press outside close it. */
export function Popover({ label, trigger, triggerClassName, align = "end", children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={button} type="button" aria-label={label} popoverTarget={id} className={triggerClassName}>
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        onToggle={(event) => {
          if (event.newState === "open" && button.current !== null) {
            placeNear(button.current, event.currentTarget, align);
          }
        }}
        className={clsx(
          "fixed inset-auto m-0 w-max max-w-[min(360px,calc(100vw-16px))] min-w-60 animate-appear rounded-card border border-line bg-surface p-3 text-ink shadow-float",
        )}
      >
        {children}
      </div>
    </>
  );
}
