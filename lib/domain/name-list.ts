/** Names as people list them: `a`, `a and b`, `a, b and c`, `a, b and 3 more`. */
export function nameList(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? "";
  if (names.length === 2) return `${names[0]} and ${names[1]}`;
  return `${names[0]}, ${names[1]} and ${names.length === 3 ? names[2] : `${names.length - 2} more`}`;
}
