/** Commit messages for revisions nobody has described. */
export const commitTexts = [
  "Retry the connection when the pool is exhausted",
  "Show the totals with two decimals",
  "Remove the unused feature switch",
  "Raise the memory of the worker to 1 GB",
  "Fix the time zone of the nightly report",
  "Log the request id with every error",
  "Update dependencies",
  "Cache the price list for five minutes",
  "Validate the postal code before saving",
  "Split the import into smaller batches",
  "Add a health check to the gateway",
  "Rename the customer number in the export",
] as const;

/** People who write commits nobody has claimed. */
export const commitAuthors = [
  "Mara Lindt",
  "Jonas Okafor",
  "Priya Raman",
  "Tomas Varga",
  "Elena Petrova",
  "Sam Whitfield",
] as const;
