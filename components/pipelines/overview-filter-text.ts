import { parseFilter, splitFilter } from "@/lib/domain/pipeline-filter";

/** The filter box's text in two: finished tokens, shown as chips, and what is being typed. */
export interface FilterText {
  chips: string[];
  typed: string;
}

function isToken(part: string): boolean {
  return parseFilter(part).tokens.length > 0;
}

/** Takes a whole text apart: every token becomes a chip, the words stay typed. */
export function toFilterText(q: string): FilterText {
  const parts = splitFilter(q);
  return { chips: parts.filter(isToken), typed: parts.filter((part) => !isToken(part)).join(" ") };
}

/** The whole text, as it stands in the address. */
export function fromFilterText({ chips, typed }: FilterText): string {
  return [...chips, typed.trim()].filter((part) => part !== "").join(" ");
}

/** What typing makes of the text: a token with a space behind it becomes a chip. */
export function typeInto({ chips }: FilterText, typed: string): FilterText {
  if (!/\s/.test(typed) || (typed.match(/"/g)?.length ?? 0) % 2 === 1) return { chips, typed };
  const parts = splitFilter(typed);
  const tail = /\s$/.test(typed) ? undefined : parts.pop();
  const tokens = parts.filter(isToken);
  if (tokens.length === 0) return { chips, typed };
  const words = parts.filter((part) => !isToken(part));
  const kept = [...words, ...(tail === undefined ? [] : [tail])].join(" ");
  return { chips: withNew(chips, tokens), typed: kept === "" || tail !== undefined ? kept : `${kept} ` };
}

/** Enter: everything that is a token becomes a chip. */
export function commitTyped({ chips, typed }: FilterText): FilterText {
  const { chips: tokens, typed: words } = toFilterText(typed);
  return { chips: withNew(chips, tokens), typed: words };
}

function withNew(chips: string[], tokens: string[]): string[] {
  return [...chips, ...tokens.filter((token) => !chips.includes(token))];
}
