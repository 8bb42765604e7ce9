import { partsOf, quoted, unquoted } from "./quoted-parts";

/** What a token may begin with. */
export const FILTER_KEYS = ["status", "waiting", "target", "name", "tag", "stage", "sha", "mode"] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** `status:failed,approval` or `-mode:queued`: any of its values, or none of them. Values are as written. */
export interface FilterToken {
  kind: "token";
  key: FilterKey;
  values: string[];
  negated: boolean;
}

/** `team:x`, whose key is none of ours: looked for as a word, since messages have such words too. */
export interface UnknownToken {
  kind: "unknown";
  /** In small letters. */
  key: string;
  values: string[];
  negated: boolean;
}

/** A word that must be found; negated, that must not. */
export interface FilterWord {
  kind: "word";
  word: string;
  negated: boolean;
}

export type FilterTerm = FilterToken | UnknownToken | FilterWord;

/** Terms in the order written: tokens of one key widen each other, everything else narrows. */
export interface PipelineFilter {
  terms: FilterTerm[];
}

/** `key:` at the beginning of a part; an address such as https://… is a word. */
const KEY = /^([a-z]+):(?!\/\/)/i;

/**
 * Reads the text of the filter box. Never fails: what is no token is a word, a token without a value is nothing yet.
 * Double quotes keep blanks, commas, colons and minuses as they are; in them `\"` is a quote and `\\` a backslash.
 */
export function parseFilter(text: string): PipelineFilter {
  return { terms: splitFilter(text).flatMap((part) => termOf(part) ?? []) };
}

/** The text that reads as the filter: `parseFilter(printFilter(filter))` is `filter`. */
export function printFilter({ terms }: PipelineFilter): string {
  return terms.map(printTerm).join(" ");
}

/** Parts of the text between blanks; blanks inside double quotes belong to the part. */
export function splitFilter(text: string): string[] {
  return partsOf(text, /\s/);
}

function termOf(part: string): FilterTerm | undefined {
  const negated = part.length > 1 && part.startsWith("-");
  const rest = negated ? part.slice(1) : part;
  const name = KEY.exec(rest)?.[1];
  if (name === undefined) {
    const word = unquoted(rest);
    return word === "" ? undefined : { kind: "word", word, negated };
  }
  const values = partsOf(rest.slice(name.length + 1), /,/)
    .map(unquoted)
    .filter((value) => value !== "");
  const key = FILTER_KEYS.find((candidate) => candidate === name.toLowerCase());
  if (key === undefined) return { kind: "unknown", key: name.toLowerCase(), values, negated };
  return values.length === 0 ? undefined : { kind: "token", key, values, negated };
}

function printTerm(term: FilterTerm): string {
  const minus = term.negated ? "-" : "";
  return term.kind === "word"
    ? `${minus}${printWord(term.word)}`
    : `${minus}${term.key}:${term.values.map(printValue).join(",")}`;
}

/** One value as it stands in a token. */
export function printValue(value: string): string {
  return /[\s",]|^\/\//.test(value) ? quoted(value) : value;
}

function printWord(word: string): string {
  const misread = /[\s"]/.test(word) || KEY.test(word) || (word.length > 1 && word.startsWith("-"));
  return misread ? quoted(word) : word;
}
