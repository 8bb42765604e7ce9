import { type FilterValues, tagKeys, valuesOfTag } from "./filter-values";
import { STATUS_WORDS } from "./filter-words";
import { FILTER_KEYS, type FilterKey, printValue, splitFilter } from "./pipeline-filter";
import { partsOf, unquoted } from "./quoted-parts";

/** One way to go on with what is typed. */
export interface FilterSuggestion {
  /** All that is typed, once it is taken. */
  text: string;
  /** What is added or replaced, as it is shown. */
  token: string;
  about: string;
  /** Whether the token is finished with it. */
  whole: boolean;
}

const MOST = 8;

const ABOUT: Record<FilterKey, string> = {
  status: "where it stands: failed, running, approval, gate …",
  waiting: "what an execution waits for: approval, gate, queue",
  target: "part of a target's id",
  name: "part of the name",
  tag: "a tag of the pipeline: tag:team=payments",
  stage: "a stage, or how it stands: stage:Prod=failed",
  sha: "a revision on its line, by its beginning",
  mode: "queued, superseded or parallel",
};

/** What typing may go on with, best first; nothing behind a blank or a quote that is closed. */
export function filterSuggestions(typed: string, values: FilterValues): FilterSuggestion[] {
  const parts = splitFilter(typed);
  const part = /\s$/.test(typed) && !isOpen(parts.at(-1) ?? "") ? "" : (parts.at(-1) ?? "");
  const before = typed.slice(0, typed.length - part.length);
  const minus = part.startsWith("-") ? "-" : "";
  const rest = part.slice(minus.length);
  const key = FILTER_KEYS.find((one) => rest.toLowerCase().startsWith(`${one}:`));
  const found = key === undefined ? anything(rest, values) : within(key, rest.slice(key.length + 1), values);
  return found
    .filter(({ token }) => token !== rest)
    .slice(0, MOST)
    .map(({ token, about, whole }) => ({
      text: `${before}${minus}${token}`,
      token: `${minus}${token}`,
      about,
      whole,
    }));
}

type Found = Omit<FilterSuggestion, "text">;

/** A word may be the beginning of a key, or of a value of any. */
function anything(start: string, values: FilterValues): Found[] {
  const keys = FILTER_KEYS.filter((key) => key.startsWith(start.toLowerCase())).map((key) => ({
    token: `${key}:`,
    about: ABOUT[key],
    whole: false,
  }));
  if (start.length < 2 || start.startsWith('"')) return keys;
  const named = FILTER_KEYS.flatMap((key) => within(key, start, values).filter(({ whole }) => whole));
  const tagged = tagKeys(values.tags).flatMap((key) => within("tag", `${key}=${start}`, values));
  return [...keys, ...named, ...tagged];
}

/** Values of a key, the last of those that are typed being the beginning of one. */
function within(key: FilterKey, typed: string, values: FilterValues): Found[] {
  const part = partsOf(typed, /,/).at(-1) ?? "";
  // Behind a comma nothing is typed yet, but for a comma in quotes.
  const last = typed.endsWith(part) ? part : "";
  const head = `${key}:${typed.slice(0, typed.length - last.length)}`;
  const start = unquoted(last).toLowerCase();
  return candidates(key, start, values)
    .filter(({ value }) => value.toLowerCase().startsWith(start))
    .map(({ value, whole }) => ({
      token: `${head}${whole ? printValue(value) : value}`,
      about: aboutValue(key, value),
      whole,
    }));
}

function candidates(
  key: FilterKey,
  start: string,
  { of, tags }: FilterValues,
): Array<{ value: string; whole: boolean }> {
  const at = start.indexOf("=");
  const name = start.slice(0, at);
  if (key === "tag") {
    if (at === -1) return tagKeys(tags).map((one) => ({ value: `${one}=`, whole: false }));
    const keys = tagKeys(tags).filter((one) => one.toLowerCase() === name);
    return keys.flatMap((one) =>
      valuesOfTag(tags, one).map((value) => ({ value: `${one}=${value}`, whole: true })),
    );
  }
  if (key === "stage" && at !== -1)
    return STATUS_WORDS.flatMap(([word]) =>
      word === undefined ? [] : { value: `${name}=${word}`, whole: true },
    );
  return (of[key] ?? []).map((value) => ({ value, whole: true }));
}

function aboutValue(key: FilterKey, value: string): string {
  if (key === "tag") return value.endsWith("=") ? "a key, whose value comes next" : "tag";
  return key;
}

function isOpen(part: string): boolean {
  return part.includes('"') && !/^[^"]*(?:"(?:\\[\s\S]|[^"\\])*"[^"]*)*$/.test(part);
}
