import { letGo, stepOf, usePageKeys } from "./use-page-keys";

/** `j` and `k` go from one `data-step` of the page to the next, as they stand; Esc leaves it. */
export function useStepKeys(): void {
  usePageKeys(({ key }) => {
    if (key === "Escape") letGo();
    const by = stepOf(key);
    if (by === undefined) return false;
    const steps = [...document.querySelectorAll<HTMLElement>("[data-step]")];
    const { activeElement: focused } = document;
    const at = focused instanceof HTMLElement ? steps.indexOf(focused) : -1;
    const next = at === -1 ? 0 : at + by;
    const step = steps[Math.max(0, Math.min(next, steps.length - 1))];
    step?.focus({ preventScroll: true });
    step?.scrollIntoView({ block: "nearest" });
    return true;
  });
}
