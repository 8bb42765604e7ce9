/** A stretch in double quotes, closed or not; a backslash in it takes the next character along. */
const QUOTED = String.raw`"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)`;

/** Parts of a text between separators; separators inside double quotes belong to the part. Empty parts are left out. */
export function partsOf(text: string, separator: RegExp): string[] {
  const plain = `(?!${separator.source})[^"]`;
  return text.match(new RegExp(`(?:${QUOTED}|${plain})+`, "g")) ?? [];
}

/** What a part says without its quotes; in them `\"` is a quote and `\\` a backslash. */
export function unquoted(part: string): string {
  return part.replace(new RegExp(QUOTED, "g"), (stretch) =>
    stretch.slice(1).replace(/\\(["\\])|"/g, (_whole, kept?: string) => kept ?? ""),
  );
}

/** A text in double quotes, which `unquoted` reads as it was. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
