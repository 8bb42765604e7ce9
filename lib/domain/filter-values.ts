import { MODE_WORDS, STATUS_WORDS, standingWords, WAITING_WORDS } from "./filter-words";
import type { PipelineRow } from "./pipeline";
import type { FilterKey } from "./pipeline-filter";
import type { TagBook } from "./pipeline-tags";

/** What tokens of a key may say in the list there is; nothing where anything may be looked for. */
export interface FilterValues {
  of: Readonly<Partial<Record<FilterKey, readonly string[]>>>;
  tags: TagBook;
}

const { compare } = new Intl.Collator("en", { numeric: true });

/** What the rows and their tags can be filtered by. */
export function filterValues(rows: readonly PipelineRow[], tags: TagBook): FilterValues {
  const statuses = new Set(STATUS_WORDS.flatMap(([word]) => word ?? []));
  const modes = new Set(MODE_WORDS);
  const targets = new Set<string>();
  const stages = new Set<string>();
  for (const { status, executionMode, target, stations } of rows) {
    if (status !== null) statuses.add(standingWords(status)[0] ?? status);
    modes.add(executionMode.toLowerCase());
    targets.add(target);
    for (const { stage } of stations) stages.add(stage);
  }
  return {
    of: {
      status: [...statuses],
      waiting: Object.keys(WAITING_WORDS),
      mode: [...modes],
      target: [...targets],
      stage: [...stages].sort(compare),
    },
    tags,
  };
}

/** Keys of tags, those with the most values last: by what has few values people group. */
export function tagKeys({ values }: TagBook): string[] {
  return [...values].sort(([a, x], [b, y]) => x.size - y.size || compare(a, b)).map(([key]) => key);
}

/** Values of a tag, in the order people read them. */
export function valuesOfTag({ values }: TagBook, key: string): string[] {
  return [...(values.get(key) ?? [])].sort(compare);
}
