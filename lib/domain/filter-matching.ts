import { letters, nameAndRest, STATUS_UNREAD, standingWords, startsOne, WAITING_WORDS } from "./filter-words";
import type { PipelineRow, Station } from "./pipeline";
import type { FilterKey, FilterToken, PipelineFilter } from "./pipeline-filter";
import { NO_TAGS, type TagBook, tagsOf, tagValue } from "./pipeline-tags";
import { searchText } from "./row-text";

type Matches = (row: PipelineRow) => boolean;

/** Of a filter and the tags it is asked with. */
const made = new WeakMap<PipelineFilter, { tags: TagBook; matches: Matches }>();

/** Whether a row passes: tokens of one key widen each other, everything else narrows. */
export function matchesFilter(row: PipelineRow, filter: PipelineFilter, tags: TagBook = NO_TAGS): boolean {
  const known = made.get(filter);
  if (known?.tags === tags) return known.matches(row);
  const matches = matcherOf(filter, tags);
  made.set(filter, { tags, matches });
  return matches(row);
}

function matcherOf({ terms }: PipelineFilter, tags: TagBook): Matches {
  const tests: Matches[] = [];
  const widened = new Map<string, Matches[]>();
  for (const term of terms) {
    if (term.kind === "token") {
      const matches = tokenMatcher(term, tags);
      if (term.negated) tests.push((row) => !matches(row));
      else {
        const kind = kindOf(term);
        widened.set(kind, [...(widened.get(kind) ?? []), matches]);
      }
    } else {
      const text = term.kind === "word" ? term.word : `${term.key}:${term.values.join(",")}`;
      const word = text.toLowerCase();
      tests.push((row) => searchText(row).includes(word) !== term.negated);
    }
  }
  for (const any of widened.values()) tests.push((row) => any.some((matches) => matches(row)));
  return (row) => tests.every((passes) => passes(row));
}

/** Of tags and stages those of one name widen each other: `tag:team=a tag:env=prod` wants both. */
function kindOf({ key, values }: FilterToken): string {
  if (key !== "tag" && key !== "stage") return key;
  return `${key} ${nameAndRest(values[0] ?? "").name.toLowerCase()}`;
}

function tokenMatcher({ key, values }: FilterToken, tags: TagBook): Matches {
  const any = values.map((value) => VALUE_MATCHERS[key](value, tags));
  return (row) => any.some((matches) => matches(row));
}

const VALUE_MATCHERS: Record<FilterKey, (value: string, tags: TagBook) => Matches> = {
  status: (value) => {
    const wanted = letters(value);
    return ({ status }) => startsOne(status === null ? STATUS_UNREAD : standingWords(status), wanted);
  },
  waiting: (value) => {
    const wanted = letters(value);
    const kinds = Object.entries(WAITING_WORDS).flatMap(([kind, words]) =>
      startsOne(words, wanted) ? [kind] : [],
    );
    return (row) => kinds.some((kind) => waits(row, kind));
  },
  target: (value) => {
    const part = value.toLowerCase();
    return ({ target }) => target.toLowerCase().includes(part);
  },
  name: (value) => {
    const part = value.toLowerCase();
    return ({ name }) => name.toLowerCase().includes(part);
  },
  mode: (value) => {
    const start = value.toLowerCase();
    return ({ executionMode }) => executionMode.toLowerCase().startsWith(start);
  },
  stage: (value) => {
    const { name, rest } = nameAndRest(value.toLowerCase());
    const standing = rest === undefined || rest === "" ? undefined : letters(rest);
    return ({ stations }) =>
      stations.some(
        (station) =>
          station.stage.toLowerCase().includes(name) &&
          (standing === undefined || startsOne(stationWords(station), standing)),
      );
  },
  sha: (value) => {
    const sha = value.toLowerCase();
    return ({ stations }) =>
      stations.some((station) => labelsOf(station).some((label) => isSame(label, sha)));
  },
  tag: (value, book) => {
    const { name, rest } = nameAndRest(value);
    const wanted = valuesWanted(book, name.toLowerCase(), rest?.toLowerCase());
    return (row) => {
      const tags = tagsOf(book, row);
      return wanted.some(([key, isWanted]) => {
        const has = tagValue(tags, key);
        return has !== undefined && isWanted(has);
      });
    };
  },
};

/**
 * Keys of tags that are meant, and which of their values. A key or value that there is, whatever its case, is meant whole;
 * one that there is not is the beginning of some.
 */
function valuesWanted(
  { values }: TagBook,
  name: string,
  wanted: string | undefined,
): Array<[string, (value: string) => boolean]> {
  const isKey = wholeOrBeginning([...values.keys()], name);
  const keys = [...values].filter(([key]) => isKey(key));
  if (wanted === undefined) return keys.map(([key]) => [key, () => true]);
  const isValue = wholeOrBeginning(
    keys.flatMap(([, known]) => [...known]),
    wanted,
  );
  return keys.map(([key]) => [key, isValue]);
}

function wholeOrBeginning(known: readonly string[], wanted: string): (text: string) => boolean {
  const isWhole = (text: string) => text.toLowerCase() === wanted;
  return known.some(isWhole) ? isWhole : (text) => text.toLowerCase().startsWith(wanted);
}

function waits({ approvalExpiresAt, status, stations }: PipelineRow, kind: string): boolean {
  if (kind === "approval")
    return (
      status === "Approval" ||
      approvalExpiresAt !== undefined ||
      stations.some(({ train }) => train?.kind === "person")
    );
  if (kind === "gate") return stations.some(({ gateClosed, waiting }) => gateClosed && waiting.length > 0);
  return stations.some(({ gateClosed, waiting }) => !gateClosed && waiting.length > 0);
}

function stationWords({ standing, gateClosed }: Station): readonly string[] {
  return gateClosed ? [...standingWords(standing), ...standingWords("ClosedGate")] : standingWords(standing);
}

function labelsOf({ revision, train, waiting, labels = [] }: Station): string[] {
  return [revision, train?.label, ...waiting.map(({ label }) => label), ...labels].flatMap(
    (label) => label ?? [],
  );
}

/** Rows have the beginning of an id; people have the beginning or all of it. */
function isSame(label: string, sha: string): boolean {
  const own = label.toLowerCase();
  return own.startsWith(sha) || (own.length >= 7 && sha.startsWith(own));
}
