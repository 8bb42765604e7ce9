import type { ExecutionSummary } from "./execution";
import { isInFlight } from "./in-flight";

/** Whether an execution is on its way inside a stage; one that stands at the closed gate in front of it is not. */
export function isInside(
  { status, standing, stage }: Pick<ExecutionSummary, "status" | "standing" | "stage">,
  name: string,
): boolean {
  return isInFlight(status) && standing !== "ClosedGate" && stage === name;
}
