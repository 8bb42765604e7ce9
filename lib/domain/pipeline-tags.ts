/** Tags of a pipeline. Pipelines with the same tags share one object. */
export type Tags = Readonly<Record<string, string>>;

/** The tags of pipelines, as far as they were read. */
export interface TagBook {
  /** By target id, then by name of the pipeline. */
  byTarget: ReadonlyMap<string, ReadonlyMap<string, Tags>>;
  /** Every key there is, with its values. */
  values: ReadonlyMap<string, ReadonlySet<string>>;
}

export const NO_TAGS: TagBook = { byTarget: new Map(), values: new Map() };

/** Tags that many pipelines of a target have alike. */
export interface TaggedAlike {
  tags: Tags;
  pipelines: readonly string[];
}

/** Makes the book of lists by target. */
export function tagBook(targets: ReadonlyArray<{ target: string; sets: readonly TaggedAlike[] }>): TagBook {
  const byTarget = new Map<string, ReadonlyMap<string, Tags>>();
  const values = new Map<string, Set<string>>();
  for (const { target, sets } of targets) {
    const byName = new Map<string, Tags>();
    for (const { tags, pipelines } of sets) {
      for (const pipeline of pipelines) byName.set(pipeline, tags);
      for (const [key, value] of Object.entries(tags)) {
        const known = values.get(key) ?? new Set<string>();
        values.set(key, known.add(value));
      }
    }
    byTarget.set(target, byName);
  }
  return { byTarget, values };
}

/** The tags of a pipeline; undefined while they are not known. */
export function tagsOf(book: TagBook, { target, name }: { target: string; name: string }): Tags | undefined {
  return book.byTarget.get(target)?.get(name);
}

/** The value a tag has; undefined when the pipeline has no such tag, or it is not known. Keys are told apart by case. */
export function tagValue(tags: Tags | undefined, key: string): string | undefined {
  return tags !== undefined && Object.hasOwn(tags, key) ? tags[key] : undefined;
}
