/** What one line of the overview is. */
export type OverviewItem =
  | { kind: "head"; key: string; target: string }
  | { kind: "banner"; key: string; target: string }
  | { kind: "row"; key: string };

export interface ListShape {
  /** Row keys in the order held. */
  keys: readonly string[];
  /** Targets with a head, in order; null when rows are not grouped. */
  targets: readonly string[] | null;
  folded: ReadonlySet<string>;
  /** Targets whose data cannot be trusted, which a banner says. */
  troubled: ReadonlySet<string>;
  /** Whether targets without a row to show keep their head. */
  keepEmpty: boolean;
}

/** The lines of the list: heads, banners and rows, without what is folded. */
export function overviewItems({ keys, targets, folded, troubled, keepEmpty }: ListShape): OverviewItem[] {
  if (targets === null) {
    const banners = [...troubled].map((target) => ({
      kind: "banner" as const,
      key: `banner ${target}`,
      target,
    }));
    return [...banners, ...keys.map((key) => ({ kind: "row" as const, key }))];
  }
  const byTarget = new Map<string, string[]>(targets.map((target) => [target, []]));
  for (const key of keys) {
    const target = key.slice(0, key.indexOf("/"));
    const group = byTarget.get(target);
    if (group === undefined) byTarget.set(target, [key]);
    else group.push(key);
  }
  const items: OverviewItem[] = [];
  for (const [target, group] of byTarget) {
    if (group.length === 0 && !keepEmpty && !troubled.has(target)) continue;
    items.push({ kind: "head", key: `head ${target}`, target });
    if (folded.has(target)) continue;
    if (troubled.has(target)) items.push({ kind: "banner", key: `banner ${target}`, target });
    for (const key of group) items.push({ kind: "row", key });
  }
  return items;
}
