import { expect, test } from "vitest";
import { failureResultWords, retryWords } from "./retry-words";

test.each([
  [
    { automatic: 1, manual: 1, latestTrigger: "ManualStageRetry" },
    "Attempt 3: 1 automatic, 1 by hand; the latest started by a person",
  ],
  [
    { automatic: 1, manual: 0, latestTrigger: "AutomatedStageRetry" },
    "Attempt 2: 1 automatic; the latest started by the pipeline itself",
  ],
  [{ automatic: 0, manual: 2 }, "Attempt 3: 2 by hand"],
  [{ automatic: 0, manual: 0, latestTrigger: "Tomorrow" }, "Attempt 1; the latest by Tomorrow"],
])("%o", (retry, words) => {
  expect(retryWords(retry)).toBe(words);
});

test.each([
  [undefined, undefined, undefined],
  ["RETRY", "FAILED_ACTIONS", "A failure runs the failed actions again, once"],
  ["RETRY", "SOME", "A failure runs SOME again, once"],
  ["RETRY", undefined, "A failure runs the stage again, once"],
  ["ROLLBACK", undefined, "A failure rolls the stage back to its last success"],
  ["PAUSE", undefined, "On failure: PAUSE"],
])("a failure with the result %s and mode %s", (result, mode, words) => {
  expect(failureResultWords(result, mode)).toBe(words);
});
