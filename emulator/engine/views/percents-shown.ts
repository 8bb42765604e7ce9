import type { Pipeline } from "../record";
import { percentComplete } from "./percent-complete";

/** What a pipeline's state shows that changes with the time alone: equal texts, equal percentages at both instants (epoch ms). */
export function percentsShown(pipeline: Pipeline, now: number): string {
  let shown = "";
  for (const run of pipeline.runningActions) shown += `${percentComplete(run, now)} `;
  return shown;
}
