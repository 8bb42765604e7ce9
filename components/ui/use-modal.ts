import { type RefObject, useEffect, useRef } from "react";

/**
 * Shows a `dialog` as a modal while it is open: the element in it that has `data-first`, the last of several, gets the
 * focus, and the focus returns to where it came from.
 */
export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return;
    const opener = document.activeElement;
    const { documentElement: page } = document;
    page.style.setProperty("--scroll-bar", `${window.innerWidth - page.clientWidth}px`);
    if (!element.open) element.showModal();
    const fields = element.querySelectorAll<HTMLElement>("[data-first]");
    fields[fields.length - 1]?.focus();
    return () => {
      element.close();
      // The browser gives the focus back only to a dialog that is still in the document.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [open]);
  return dialog;
}
