/** The first line of a text that has anything in it, without blanks around it, at most `length` characters. */
export function firstLine(text: string | undefined, length = 240): string | undefined {
  const line = text
    ?.split(/\r?\n/)
    .map((candidate) => candidate.trim())
    .find((candidate) => candidate !== "");
  if (line === undefined) return undefined;
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
