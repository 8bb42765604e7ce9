import "server-only";

/** What a spreadsheet would take for a formula, also behind spaces, and what would end a cell early. */
const FORMULA = /^\s*[=+\-@|%\t\r\n]/;

/** Cells as a line (RFC 4180). A text that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(text: string): string {
  const tame = FORMULA.test(text) ? `'${text}` : text;
  return `"${tame.replaceAll('"', '""')}"`;
}
