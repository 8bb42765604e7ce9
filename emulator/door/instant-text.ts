const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** `Date.parse` takes the 30th of February for a day of March. */
function isDayOfCalendar(date: string): boolean {
  const parsed = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed) && toInstantText(parsed).startsWith(date);
}

/** Epoch milliseconds of an ISO instant with a zone, `undefined` when the text is not one. */
export function fromInstantText(text: string): number | undefined {
  if (!INSTANT.test(text) || !isDayOfCalendar(text.slice(0, 10))) return undefined;
  const parsed = Date.parse(text);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** ISO instant in UTC with milliseconds. */
export function toInstantText(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
