/** Quotas: UTF-8 bytes of an action's output variables together, and of its configuration with variables replaced. */
export const mostOutputBytes = 122_880;
export const mostConfigurationBytes = 100 * 1024;

/** Longest texts that answers may carry. */
export const longestSummary = 2048;
export const longestErrorMessage = 5000;

/** A text cut to `most` characters. */
export function clip(text: string, most: number): string {
  return text.length > most ? text.slice(0, most) : text;
}

/** UTF-8 bytes of all keys and values. */
export function bytesOf(entries: Record<string, string>): number {
  return Object.entries(entries).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
}
