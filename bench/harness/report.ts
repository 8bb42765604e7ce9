import type { Figure } from "./figure";

/** Lines for people, then one line of JSON for each figure. */
export function reportLines(figures: readonly Figure[]): string[] {
  const wide = Math.max(0, ...figures.map(({ name }) => name.length));
  const human = figures.map((it) =>
    `${wordOf(it)}  ${it.name.padEnd(wide)}  ${it.value} ${it.unit}${limitOf(it)}${it.notes ? `; ${it.notes}` : ""}`.trimEnd(),
  );
  return [...human, "", ...figures.map((it) => JSON.stringify(it))];
}

/** 1 when a figure is beyond its limit, or when nothing was measured. */
export function exitCodeOf(figures: readonly Figure[]): number {
  return figures.length > 0 && figures.every(({ ok }) => ok) ? 0 : 1;
}

function wordOf({ ok, limit }: Figure): string {
  if (!ok) return "BEYOND";
  return limit === null ? "info  " : "ok    ";
}

function limitOf({ limit }: Figure): string {
  return limit === null ? "" : ` (limit ${limit})`;
}
