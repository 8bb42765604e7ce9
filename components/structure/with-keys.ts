/** Items with a key of their own each, by name; AWS has no two of one name in one place, but what it sends may. */
export function withKeys<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Array<{ key: string; item: Item }> {
  const count = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const before = count.get(name) ?? 0;
    count.set(name, before + 1);
    return { key: `${before} ${name}`, item };
  });
}
