type Members = Readonly<Record<string, unknown>>;

/** Whether two values would be the same JSON, whatever the order of members; an undefined member is as absent. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other) || (one === 0 && other === 0)) return true;
  if (!hasMembers(one) || !hasMembers(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length) return false;
  return (
    Object.keys(one).every((key) => sameJson(one[key], memberOf(other, key))) &&
    Object.keys(other).every((key) => other[key] === undefined || memberOf(one, key) !== undefined)
  );
}

function hasMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null;
}

function memberOf(value: Members, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
