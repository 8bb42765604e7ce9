/**
 * The least JSON that says what differs between two values: of objects the members that differ, null for one that is
 * gone; of lists of the same length the elements that differ, by index; everything else whole. Undefined when nothing
 * differs. Members named in `except` are left out.
 */
export function minimalDelta(before: unknown, after: unknown, except: readonly string[] = []): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) return after;
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length) return after;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !except.includes(name),
  );
  const changed = names.flatMap((name) => {
    if (after[name] === undefined) return before[name] === undefined ? [] : [[name, null] as const];
    const delta = minimalDelta(before[name], after[name]);
    return delta === undefined ? [] : [[name, delta] as const];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
