import type { StageRetry } from "./stage-retry";

const TRIGGERS: Record<string, string> = {
  AutomatedStageRetry: "started by the pipeline itself",
  ManualStageRetry: "started by a person",
};

const MODES: Record<string, string> = {
  FAILED_ACTIONS: "the failed actions",
  ALL_ACTIONS: "all actions",
};

/** Which attempt a stage is at and how it came to that: `Attempt 3: 1 automatic, 1 by hand; the latest started by a person`. */
export function retryWords({ automatic, manual, latestTrigger }: StageRetry): string {
  const counts = [
    ...(automatic > 0 ? [`${automatic} automatic`] : []),
    ...(manual > 0 ? [`${manual} by hand`] : []),
  ].join(", ");
  const latest =
    latestTrigger === undefined ? "" : `; the latest ${TRIGGERS[latestTrigger] ?? `by ${latestTrigger}`}`;
  return `Attempt ${automatic + manual + 1}${counts === "" ? "" : `: ${counts}`}${latest}`;
}

/** What the declaration has done when the stage fails; undefined where it says nothing. */
export function failureResultWords(
  result: string | undefined,
  retryMode: string | undefined,
): string | undefined {
  switch (result) {
    case undefined:
      return undefined;
    case "RETRY":
      return `A failure runs ${MODES[retryMode ?? ""] ?? retryMode ?? "the stage"} again, once`;
    case "ROLLBACK":
      return "A failure rolls the stage back to its last success";
    case "FAIL":
      return "A failure ends the execution";
    case "SKIP":
      return "A failure skips the stage";
    default:
      return `On failure: ${result}`;
  }
}
