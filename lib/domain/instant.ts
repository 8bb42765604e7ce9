/** An instant as ISO 8601 text in UTC with milliseconds, for example `2026-11-21T03:12:04.118Z`. */
export type Instant = string;
