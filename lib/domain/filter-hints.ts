import type { FilterValues } from "./filter-values";
import { letters, nameAndRest, STATUS_WORDS, standingWords, startsOne, WAITING_WORDS } from "./filter-words";
import { nearName } from "./near-name";
import { FILTER_KEYS, type FilterTerm, type FilterToken, type PipelineFilter } from "./pipeline-filter";

/** What of a filter cannot mean what was meant, one sentence each, with what would. */
export function filterHints({ terms }: PipelineFilter, values: FilterValues): string[] {
  return [...new Set(terms.flatMap((term) => hintsOf(term, values)))];
}

function hintsOf(term: FilterTerm, values: FilterValues): string[] {
  if (term.kind === "word") return [];
  if (term.kind === "token") return tokenHints(term, values);
  const near = nearName(term.key, FILTER_KEYS);
  const instead = near === undefined ? `There are ${keyList()}` : `Did you mean ${near}:?`;
  return [`No filter is called ${term.key}:, so it is looked for as a word. ${instead}`];
}

function tokenHints({ key, values: wanted }: FilterToken, { of, tags }: FilterValues): string[] {
  if (key === "status") {
    const words = [...STATUS_WORDS.flat(), ...(of.status ?? []).flatMap(standingWords)];
    return wanted.flatMap((value) => wordHint("status", value, words, of.status ?? []));
  }
  if (key === "waiting") {
    const words = Object.values(WAITING_WORDS).flat();
    return wanted.flatMap((value) => wordHint("kind of waiting", value, words, Object.keys(WAITING_WORDS)));
  }
  if (key === "mode") return wanted.flatMap((value) => wordHint("mode", value, of.mode ?? [], of.mode ?? []));
  if (key !== "tag" || tags.values.size === 0) return [];
  return wanted.flatMap((value) => {
    const { name } = nameAndRest(value);
    const keys = [...tags.values.keys()];
    if (keys.some((one) => one.toLowerCase().startsWith(name.toLowerCase()))) return [];
    const near = nearName(name, keys);
    return [`No pipeline has a tag called ${name}.${near === undefined ? "" : ` Did you mean ${near}?`}`];
  });
}

function wordHint(what: string, value: string, words: readonly string[], said: readonly string[]): string[] {
  const wanted = letters(value);
  if (startsOne(words, wanted)) return [];
  const near = nearName(wanted, words);
  const instead = near === undefined ? `There are ${said.join(", ")}.` : `Did you mean ${near}?`;
  return [`No ${what} begins with ${value}. ${instead}`];
}

function keyList(): string {
  return `${FILTER_KEYS.map((key) => `${key}:`).join(", ")}. In quotes it is looked for without this line.`;
}
