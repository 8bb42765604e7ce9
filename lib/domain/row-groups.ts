import { type TagBook, tagsOf, tagValue } from "./pipeline-tags";
import { pipelineOf } from "./row-places";

/** How rows are put together: by their target or by the value of a tag. */
export interface RowGroups {
  /** In the order shown. */
  ids: readonly string[];
  /** The group a pipeline belongs to, which need not be among `ids`. */
  idOf: (pipeline: { target: string; name: string }) => string;
  /** The same, by the `rowKey` of the pipeline. */
  idOfKey: (key: string) => string;
}

/** The group of pipelines without the tag. No value has this id: theirs begin with a sign. */
export const UNTAGGED = "";
const VALUE_SIGN = "=";

const { compare } = new Intl.Collator("en", { numeric: true });

/** Groups by target, in the order of the configuration. */
export function groupsByTarget(targets: readonly string[]): RowGroups {
  return { ids: targets, idOf: ({ target }) => target, idOfKey: (key) => key.slice(0, key.indexOf("/")) };
}

/** Groups by the value of a tag, those without it last. */
export function groupsByTag(book: TagBook, key: string): RowGroups {
  const values = [...(book.values.get(key) ?? [])].sort(compare);
  const ids = new Map(values.map((value) => [value, `${VALUE_SIGN}${value}`]));
  const idOfValue = (value: string | undefined) =>
    value === undefined ? UNTAGGED : (ids.get(value) ?? UNTAGGED);
  const idOf: RowGroups["idOf"] = (pipeline) => idOfValue(tagValue(tagsOf(book, pipeline), key));
  return { ids: [...ids.values(), UNTAGGED], idOf, idOfKey: (rowKey) => idOf(pipelineOf(rowKey)) };
}

/** The value that a group by tag has in common; undefined for those without the tag. */
export function groupValue(id: string): string | undefined {
  return id.startsWith(VALUE_SIGN) ? id.slice(VALUE_SIGN.length) : undefined;
}
