import type { RowGroups } from "@/lib/domain/row-groups";

/** What one line of the overview is. */
export type OverviewItem =
  | { kind: "head"; key: string; group: string }
  | { kind: "banner"; key: string; target: string }
  | { kind: "row"; key: string };

const HEAD = "head ";
const BANNER = "banner ";

export interface ListShape {
  /** Row keys in the order held. */
  keys: readonly string[];
  /** What has a head; null when rows are not grouped. */
  groups: RowGroups | null;
  /** Whether groups are targets, so that banners stand under their heads and not above all. */
  byTarget: boolean;
  folded: ReadonlySet<string>;
  /** Targets whose data cannot be trusted, which a banner says. */
  troubled: ReadonlySet<string>;
  /** Whether groups without a row to show keep their head. */
  keepEmpty: boolean;
}

/**
 * The lines of the list by key, for `itemOf`: heads, banners and rows, without what is folded. Of thousands of lines
 * only those in sight become objects.
 */
export function overviewLines(shape: ListShape): string[] {
  const { keys, groups, byTarget, folded, troubled, keepEmpty } = shape;
  const banners = [...troubled].map(bannerKey);
  if (groups === null) return [...banners, ...keys];
  const rows = new Map<string, string[]>(groups.ids.map((id) => [id, []]));
  for (const key of keys) {
    const id = groups.idOfKey(key);
    const group = rows.get(id);
    if (group === undefined) rows.set(id, [key]);
    else group.push(key);
  }
  const lines = byTarget ? [] : banners;
  for (const [id, group] of rows) {
    const isTroubled = byTarget && troubled.has(id);
    if (group.length === 0 && !keepEmpty && !isTroubled) continue;
    lines.push(`${HEAD}${id}`);
    if (folded.has(id)) continue;
    if (isTroubled) lines.push(bannerKey(id));
    for (const key of group) lines.push(key);
  }
  return lines;
}

/** What the line with this key is. Ids of targets hold no blank, so that no row's key begins like another line's. */
export function itemOf(key: string): OverviewItem {
  if (key.startsWith(HEAD)) return { kind: "head", key, group: key.slice(HEAD.length) };
  if (key.startsWith(BANNER)) return { kind: "banner", key, target: key.slice(BANNER.length) };
  return { kind: "row", key };
}

function bannerKey(target: string): string {
  return `${BANNER}${target}`;
}
