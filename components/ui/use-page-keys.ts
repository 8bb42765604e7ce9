import { useEffect, useEffectEvent } from "react";

/**
 * Keys of the page itself: none of them while something is typed, a dialog is open, or with Ctrl, Alt or Meta.
 *
 * @param act takes a key, and says whether it did
 */
export function usePageKeys(act: (event: KeyboardEvent) => boolean): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isOther = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
    if (!isOther && !isBusy(event.target) && act(event)) event.preventDefault();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => pressed(event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Where `j` and `k` lead in a list: a row on, a row back; undefined of any other key. */
export function stepOf(key: string): 1 | -1 | undefined {
  return key === "j" ? 1 : key === "k" ? -1 : undefined;
}

/** Whatever has the focus lets go of it. */
export function letGo(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog:modal") !== null) return true;
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
