import type { PipelineRow } from "./pipeline";
import { isDrained, type RowAge } from "./row-drained";

/** Whether a row of a list is shown drained: by its age, or at once where AWS denies it alone, which no target vouches for. */
export function isRowDrained(
  { asOf, denied }: Pick<PipelineRow, "asOf" | "denied">,
  of: Omit<RowAge, "asOf">,
  now: number,
): boolean {
  return denied !== undefined || isDrained({ asOf, ...of }, now);
}
