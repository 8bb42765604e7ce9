const ENDED = new Set(["Succeeded", "Failed", "Stopped", "Superseded", "Cancelled"]);

/** Whether an execution with this status of AWS has not ended: at work, waiting, or being stopped. */
export function isInFlight(status: string): boolean {
  return !ENDED.has(status);
}
