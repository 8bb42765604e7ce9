/** When the rules of a condition are asked, in words. */
export const CONDITIONS = {
  beforeEntry: "Before entry",
  onSuccess: "On success",
  onFailure: "On failure",
} as const;
