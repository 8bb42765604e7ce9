import { type FilterTerm, parseFilter, printFilter, splitFilter } from "@/lib/domain/pipeline-filter";

/** The filter box's text in two: finished tokens, shown as chips, and what is being typed. */
export interface FilterText {
  /** As they are printed, so that one token has one text. */
  chips: string[];
  typed: string;
}

/** The token that a part is, as it is printed; undefined for a word and for what is not finished. */
function chipOf(part: string): string | undefined {
  const terms = parseFilter(part).terms.filter(isToken);
  return terms.length === 0 ? undefined : printFilter({ terms });
}

function isToken({ kind }: FilterTerm): boolean {
  return kind === "token";
}

/** Takes a whole text apart: every token becomes a chip, the words stay typed. */
export function toFilterText(q: string): FilterText {
  const parts = splitFilter(q);
  return {
    chips: withNew([], parts),
    typed: parts.filter((part) => chipOf(part) === undefined).join(" "),
  };
}

/** The whole text, as it stands in the address. */
export function fromFilterText({ chips, typed }: FilterText): string {
  return [...chips, typed.trim()].filter((part) => part !== "").join(" ");
}

/** What typing makes of the text: a token with a space behind it becomes a chip. */
export function typeInto({ chips }: FilterText, typed: string): FilterText {
  const parts = splitFilter(typed);
  const isBehind = /\s$/.test(typed) && !/\s$/.test(parts.at(-1) ?? "");
  const tail = isBehind ? undefined : parts.pop();
  const words = parts.filter((part) => chipOf(part) === undefined);
  if (words.length === parts.length) return { chips, typed };
  const kept = [...words, ...(tail === undefined ? [] : [tail])].join(" ");
  return { chips: withNew(chips, parts), typed: kept === "" || tail !== undefined ? kept : `${kept} ` };
}

/** Enter: everything that is a token becomes a chip. */
export function commitTyped({ chips, typed }: FilterText): FilterText {
  const { chips: tokens, typed: words } = toFilterText(typed);
  return { chips: withNew(chips, tokens), typed: words };
}

function withNew(chips: readonly string[], parts: readonly string[]): string[] {
  return [...new Set([...chips, ...parts.flatMap((part) => chipOf(part) ?? [])])];
}
