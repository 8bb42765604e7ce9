import { median } from "./median";

/** The median of one side ÷ the median of the other, both measured in the same run. */
export function ratio(ours: readonly number[], control: readonly number[]): number {
  return median(ours) / median(control);
}
