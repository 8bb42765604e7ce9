import type { PipelineRow } from "./pipeline";

/** Texts of rows, made when a word is first looked for: typing goes through thousands of rows with each letter. */
const texts = new WeakMap<PipelineRow, string>();

/** What words of the filter are looked for in, in small letters: name, target, sentence and revisions of a row. */
export function searchText(row: PipelineRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = textOf(row);
  texts.set(row, text);
  return text;
}

function textOf(row: PipelineRow): string {
  const parts = [row.name, row.target, row.sentence.lead ?? "", row.sentence.text];
  for (const { revision, train, waiting, labels = [] } of row.stations) {
    if (revision !== undefined) parts.push(revision);
    if (train !== undefined) parts.push(train.label);
    for (const { label } of waiting) parts.push(label);
    parts.push(...labels);
  }
  return parts.join("\n").toLowerCase();
}
