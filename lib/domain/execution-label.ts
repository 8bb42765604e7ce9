import type { Revision } from "./revision";
import { shortExecution } from "./short-id";

/** What an execution is called on the rail: its first source revision, or its own short id when AWS gave none. */
export function executionLabel(executionId: string, revisions: readonly Revision[]): string {
  return revisions[0]?.shortId ?? shortExecution(executionId);
}
