"use client";

import {
  type KeyboardEvent,
  type Ref,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useMemo,
  useState,
} from "react";
import { filterHints } from "@/lib/domain/filter-hints";
import { type FilterSuggestion, filterSuggestions } from "@/lib/domain/filter-suggestions";
import { type FilterValues, filterValues } from "@/lib/domain/filter-values";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { parseFilter } from "@/lib/domain/pipeline-filter";
import type { TagBook } from "@/lib/domain/pipeline-tags";
import { rowPlaces } from "@/lib/domain/row-places";
import { bookOf, useTags } from "@/lib/queries/tag-queries";
import type { FilterText } from "./overview-filter-text";
import { tagTroubles } from "./overview-tag-troubles";

/** What the box asks of its aid. */
export interface FilterAidHandle {
  /** Whether the key was for the suggestions. */
  keyDown: (event: KeyboardEvent) => boolean;
}

export interface OverviewFilterAidProps {
  text: FilterText;
  rows: readonly PipelineRow[];
  /** Whether the box has the focus and wants suggestions. */
  open: boolean;
  /** Whether groups or filter are about tags. */
  aboutTags: boolean;
  listId: string;
  onTake: (typed: string, whole: boolean) => void;
  /** The id of the suggestion that the keys are at; null for none, undefined when there are none. */
  onActive: (id: string | null | undefined) => void;
  ref: Ref<FilterAidHandle>;
}

/** What may be meant by what is typed, to choose from, and what cannot be meant. */
export function OverviewFilterAid(props: OverviewFilterAidProps) {
  const { text, rows, open, aboutTags, listId, onTake, onActive, ref } = props;
  const { chips, typed } = useDeferredValue(text);
  const { tags, failed } = useTags(open || aboutTags);
  const values = valuesOf(rows, bookOf(tags));
  const offered = useMemo(
    () => (open && typed !== "" ? filterSuggestions(typed, values) : []),
    [open, typed, values],
  );
  const [at, setAt] = useState({ offered, index: -1 });
  const index = at.offered === offered ? at.index : -1;
  const active = offered.length === 0 ? undefined : index < 0 ? null : `${listId}-${index}`;
  useEffect(() => onActive(active), [active, onActive]);

  const take = ({ text: next, whole }: FilterSuggestion) => onTake(next, whole);
  useImperativeHandle(ref, () => ({
    keyDown: ({ key }) => {
      const chosen = offered[index];
      if (offered.length === 0) return false;
      const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      if (step !== 0) {
        const count = offered.length + 1;
        setAt({ offered, index: ((index + 1 + step + count) % count) - 1 });
        return true;
      }
      if (key !== "Enter" || chosen === undefined) return false;
      take(chosen);
      return true;
    },
  }));

  const hints = useMemo(() => {
    const said = parseFilter([...chips, typed].join(" "));
    // A token that is being typed is not finished yet.
    const last = open && !/\s$/.test(typed) ? said.terms.at(-1) : undefined;
    const terms = last?.kind === "token" && typed !== "" ? said.terms.slice(0, -1) : said.terms;
    return filterHints({ terms }, values);
  }, [chips, typed, open, values]);
  const troubles = aboutTags ? tagTroubles(tags, failed) : [];

  return (
    <>
      {offered.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label="Suggestions"
          className="absolute inset-x-0 top-full z-20 mt-1 max-w-[560px] overflow-hidden rounded-card border border-line bg-surface p-1 shadow-float"
        >
          {offered.map((one, place) => (
            <div
              key={one.token}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === index}
              // The box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
              onKeyDown={(event) => event.key === "Enter" && take(one)}
              className="flex min-h-7 cursor-pointer items-baseline gap-3 rounded-control px-2 py-1 hover:bg-hover aria-selected:bg-accent-tint max-sm:min-h-11 max-sm:items-center"
            >
              <span
                dir="auto"
                className="min-w-0 shrink-0 truncate font-mono text-secondary text-ink max-w-[60%]"
              >
                {one.token}
              </span>
              <span className="min-w-0 truncate text-secondary text-ink-3">{one.about}</span>
            </div>
          ))}
        </div>
      )}
      <output
        className={
          hints.length + troubles.length === 0
            ? "sr-only"
            : "z-10 block bg-canvas py-1 text-secondary break-words text-wait lg:absolute lg:top-full lg:right-0 lg:left-0 lg:truncate"
        }
      >
        {[...hints, ...troubles].join(" ")}
      </output>
    </>
  );
}

/** Of lists with the same pipelines, what they were last filtered by: a change of a row offers nothing new. */
const known = new WeakMap<readonly string[], { tags: TagBook; values: FilterValues }>();

function valuesOf(rows: readonly PipelineRow[], tags: TagBook): FilterValues {
  const { keys } = rowPlaces(rows);
  const there = known.get(keys);
  if (there?.tags === tags) return there.values;
  const values = filterValues(rows, tags);
  known.set(keys, { tags, values });
  return values;
}
