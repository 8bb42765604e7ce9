import type { PipelineRow } from "./pipeline";

const FILTER_KEYS = ["status", "target", "mode", "name"] as const;
type FilterKey = (typeof FILTER_KEYS)[number];

/** `status:failed,approval` or `-mode:queued`: any of its values, or none of them. */
export interface FilterToken {
  key: FilterKey;
  values: string[];
  negated: boolean;
  /** As written, what takes the token out of the text again. */
  text: string;
}

export interface PipelineFilter {
  tokens: FilterToken[];
  /** Words that must all be found, lower case; a leading minus says must not. */
  words: Array<{ word: string; negated: boolean }>;
}

/** Words people use for statuses, beside AWS's own. */
const STATUS_ALIASES: Record<string, readonly string[]> = {
  InProgress: ["inprogress", "running"],
  Approval: ["approval", "waiting"],
  ClosedGate: ["closedgate", "gate"],
  NotYetRun: ["notyetrun", "new"],
};

/** Reads the text of the filter box. Never fails: what is no token is a word, an unfinished token is nothing yet. */
export function parseFilter(text: string): PipelineFilter {
  const filter: PipelineFilter = { tokens: [], words: [] };
  for (const part of splitFilter(text)) {
    const token = parseToken(part);
    if (token === null) {
      const negated = part.length > 1 && part.startsWith("-");
      const word = part
        .slice(negated ? 1 : 0)
        .replaceAll('"', "")
        .toLowerCase();
      if (word !== "") filter.words.push({ word, negated });
    } else if (token.values.length > 0) {
      filter.tokens.push(token);
    }
  }
  return filter;
}

/** Parts of the text between spaces; spaces inside double quotes belong to the part. */
export function splitFilter(text: string): string[] {
  return text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

function parseToken(part: string): FilterToken | null {
  const [, minus, key, rest] = /^(-?)([a-z]+):(.*)$/is.exec(part) ?? [];
  const known = FILTER_KEYS.find((candidate) => candidate === key?.toLowerCase());
  if (known === undefined || rest === undefined) return null;
  const values = rest
    .replaceAll('"', "")
    .split(",")
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value !== "");
  return { key: known, values, negated: minus === "-", text: part };
}

/** Whether a row passes: tokens of one key widen each other, everything else narrows. */
export function matchesFilter(row: PipelineRow, filter: PipelineFilter): boolean {
  for (const key of FILTER_KEYS) {
    const wanted = filter.tokens.filter((token) => token.key === key && !token.negated);
    if (wanted.length > 0 && !wanted.some((token) => hasValue(row, token))) return false;
  }
  if (filter.tokens.some((token) => token.negated && hasValue(row, token))) return false;
  if (filter.words.length === 0) return true;
  const text = searchText(row);
  return filter.words.every(({ word, negated }) => text.includes(word) !== negated);
}

function hasValue(row: PipelineRow, { key, values }: FilterToken): boolean {
  switch (key) {
    case "status":
      return values.some((value) => statusWords(row).some((word) => word.startsWith(letters(value))));
    case "target":
      return values.some((value) => row.target.toLowerCase().includes(value));
    case "mode":
      return values.some((value) => row.executionMode.toLowerCase().startsWith(value));
    case "name":
      return values.some((value) => row.name.toLowerCase().includes(value));
  }
}

function statusWords({ status }: PipelineRow): readonly string[] {
  if (status === null) return ["notread", "unread"];
  return STATUS_ALIASES[status] ?? [letters(status)];
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, "");
}

/** Texts of rows, made when a word is first looked for: typing goes through thousands of rows with each letter. */
const texts = new WeakMap<PipelineRow, string>();

function searchText(row: PipelineRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = textOf(row);
  texts.set(row, text);
  return text;
}

function textOf(row: PipelineRow): string {
  const parts = [row.name, row.target, row.sentence.lead ?? "", row.sentence.text];
  for (const { revision, train, waiting } of row.stations) {
    if (revision !== undefined) parts.push(revision);
    if (train !== undefined) parts.push(train.label);
    for (const { label } of waiting) parts.push(label);
  }
  return parts.join("\n").toLowerCase();
}
