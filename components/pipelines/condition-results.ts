/** What comes of a condition that is not met, by AWS's Result, as it follows `it`. */
export const conditionResults: Record<string, string> = {
  FAIL: "fails the stage",
  SKIP: "skips the stage",
  ROLLBACK: "rolls back",
  RETRY: "retries",
};
