interface Item {
  may: { allowed: boolean };
}

/** Of very many items as many as `most`, in the order they came: what the viewer may settle stays, then what comes first. */
export function inboxCut<One extends Item>(items: readonly One[], most: number): readonly One[] {
  if (items.length <= most) return items;
  const mine = items.filter(({ may }) => may.allowed);
  const others = items.filter(({ may }) => !may.allowed);
  const kept = new Set([...mine, ...others].slice(0, most));
  return items.filter((item) => kept.has(item));
}
