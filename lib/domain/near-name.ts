/** The name of `names` that is one typing mistake away from `name` (case aside), or undefined. */
export function nearName(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  for (const candidate of names) {
    if (candidate !== name && isOneEditAway(wanted, candidate.toLowerCase())) return candidate;
  }
  return undefined;
}

/** One character more, fewer, other, or two neighbours swapped; equal texts count too. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.length === restB.length) {
    const replaced = restA.slice(1) === restB.slice(1);
    const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
    return replaced || swapped;
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}
