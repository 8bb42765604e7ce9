/** An answer's member as an object; an empty one when it is something else. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** An answer's member as a list of objects. */
export function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

/** An answer's member as text, empty when it is something else. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
