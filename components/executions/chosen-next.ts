/** Who is chosen after a press on one: two at most, and the one chosen first goes. */
export function chosenNext(chosen: readonly string[], id: string): string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return [...chosen.slice(-1), id];
}
