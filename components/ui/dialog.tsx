"use client";

import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { Glyph } from "./glyph";
import { useModal } from "./use-modal";

const WIDTHS = { md: "sm:w-[440px]", lg: "sm:w-[704px]", xl: "sm:w-[880px]" } as const;

export interface DialogProps {
  open: boolean;
  /** Asked for by Esc, the cross, or a press outside. */
  onClose: () => void;
  title: ReactNode;
  /** Under the title, smaller. */
  subtitle?: ReactNode;
  /** At the right of the title, under it on phones. */
  aside?: ReactNode;
  children: ReactNode;
  /** Buttons, the primary last. At the bottom edge of the screen on phones. */
  footer?: ReactNode;
  width?: keyof typeof WIDTHS;
  /** Whether there is nothing in it but text, which the keys scroll. */
  readOnly?: boolean;
}

/** A modal on the browser's own `dialog`: it keeps the focus, Esc closes it, and the focus returns to where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  subtitle,
  aside,
  children,
  footer,
  width = "md",
  readOnly = false,
}: DialogProps) {
  const dialog = useModal(open);
  const titleId = useId();
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={clsx(
        "m-auto w-full max-w-none animate-appear flex-col overflow-hidden bg-surface text-ink shadow-float open:flex max-sm:h-dvh max-sm:max-h-none sm:max-h-[calc(100dvh-48px)] sm:max-w-[calc(100vw-48px)] sm:rounded-dialog sm:border sm:border-line",
        WIDTHS[width],
      )}
    >
      <div className="flex shrink-0 items-start gap-3 px-5 pt-4 pb-1 max-sm:border-b max-sm:pb-3">
        <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-2 sm:flex-nowrap">
          <div className="min-w-0">
            <h2 id={titleId} tabIndex={-1} data-first className="text-section text-balance outline-none">
              {title}
            </h2>
            {subtitle !== undefined && <p className="text-secondary break-words text-ink-3">{subtitle}</p>}
          </div>
          {aside}
        </div>
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="thumb -mr-1 rounded-control p-1 text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Glyph name="close" size={14} />
        </button>
      </div>
      <div
        {...(readOnly && { role: "region", "aria-labelledby": titleId, tabIndex: 0 })}
        className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4 max-sm:pt-4"
      >
        {children}
      </div>
      {footer !== undefined && (
        <div className="flex shrink-0 flex-wrap items-center justify-end gap-2.5 border-t bg-sunken px-5 py-3 max-sm:flex-nowrap max-sm:bg-surface max-sm:pb-[max(12px,env(safe-area-inset-bottom))] max-sm:*:flex-1">
          {footer}
        </div>
      )}
    </dialog>
  );
}
