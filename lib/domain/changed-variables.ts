/** A variable as an execution resolved it; `hidden` when its name or value says that it is a secret. */
export interface ResolvedVariable {
  name: string;
  value: string | null;
  hidden: boolean;
}

/** A variable of which two executions have other values; null where one has none, or where it is hidden. */
export interface ChangedVariable {
  name: string;
  from: string | null;
  to: string | null;
  hidden: boolean;
}

/** Which variables differ between two executions, by name, and how many are the same. Hidden ones are compared by `equal`. */
export function changedVariables(
  from: readonly ResolvedVariable[],
  to: readonly ResolvedVariable[],
  equal: (name: string) => boolean,
): { changed: ChangedVariable[]; same: number } {
  const names = [...new Set([...from, ...to].map(({ name }) => name))].sort();
  const changed = names
    .filter((name) => !equal(name))
    .map((name) => {
      const [a, b] = [from, to].map((list) => list.find((one) => one.name === name));
      const hidden = (a?.hidden ?? false) || (b?.hidden ?? false);
      return {
        name,
        from: hidden ? null : (a?.value ?? null),
        to: hidden ? null : (b?.value ?? null),
        hidden,
      };
    });
  return { changed, same: names.length - changed.length };
}
