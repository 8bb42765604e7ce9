/** What one line of the overview is. */
export type OverviewItem =
  | { kind: "head"; key: string; target: string }
  | { kind: "banner"; key: string; target: string }
  | { kind: "row"; key: string };

const HEAD = "head ";
const BANNER = "banner ";

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

/**
 * The lines of the list by key, for `itemOf`: heads, banners and rows, without what is folded. Of thousands of lines
 * only those in sight become objects.
 */
export function overviewLines({ keys, targets, folded, troubled, keepEmpty }: ListShape): string[] {
  if (targets === null) return [...[...troubled].map(bannerKey), ...keys];
  const byTarget = new Map<string, string[]>(targets.map((target) => [target, []]));
  for (const key of keys) {
    const target = key.slice(0, key.indexOf("/"));
    const group = byTarget.get(target);
    if (group === undefined) byTarget.set(target, [key]);
    else group.push(key);
  }
  const lines: string[] = [];
  for (const [target, group] of byTarget) {
    if (group.length === 0 && !keepEmpty && !troubled.has(target)) continue;
    lines.push(`${HEAD}${target}`);
    if (folded.has(target)) continue;
    if (troubled.has(target)) lines.push(bannerKey(target));
    for (const key of group) lines.push(key);
  }
  return lines;
}

/** What the line with this key is. Ids of targets hold no blank, so that no row's key begins like another line's. */
export function itemOf(key: string): OverviewItem {
  if (key.startsWith(HEAD)) return { kind: "head", key, target: key.slice(HEAD.length) };
  if (key.startsWith(BANNER)) return { kind: "banner", key, target: key.slice(BANNER.length) };
  return { kind: "row", key };
}

function bannerKey(target: string): string {
  return `${BANNER}${target}`;
}
