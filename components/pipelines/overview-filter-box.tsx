"use client";

import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { Glyph } from "@/components/ui/glyph";
import { useOnDemand } from "@/components/ui/on-demand";
import { useSettled } from "@/components/ui/use-settled";
import { formatCount } from "@/lib/domain/count-words";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { FilterAidHandle } from "./overview-filter-aid";
import { overviewFilterAid } from "./overview-filter-aid-part";
import { OverviewFilterChip } from "./overview-filter-chip";
import { commitTyped, type FilterText, fromFilterText, toFilterText, typeInto } from "./overview-filter-text";

const ADDRESS_DELAY_MS = 120;

export interface OverviewFilterBoxProps {
  q: string;
  onChange: (q: string) => void;
  /** All there are: what tokens may say. */
  rows: readonly PipelineRow[];
  /** Whether filter or groups are about tags. */
  aboutTags: boolean;
  /** Rows that pass, and rows there are; null while neither is known. */
  count: { shown: number; total: number } | null;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Down from the box: to the first row. */
  onLeave: () => void;
}

/** One box for words and tokens; finished tokens become chips, and all of it stands in the address. */
export function OverviewFilterBox(props: OverviewFilterBoxProps) {
  const { q, onChange, rows, aboutTags, count, inputRef, onLeave } = props;
  const [text, setText] = useState<FilterText>(() => toFilterText(q));
  const [seen, setSeen] = useState(q);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<string | null>();
  const aid = useRef<FilterAidHandle>(null);
  const listId = useId();
  const whole = fromFilterText(text);
  const { Part: Aid } = useOnDemand(overviewFilterAid, open || whole !== "" || aboutTags);

  if (seen !== q) {
    setSeen(q);
    // What comes back is our own text, except after Back, Forward or a link.
    if (q !== whole && document.activeElement !== inputRef.current) setText(toFilterText(q));
  }

  useSettled(whole, q, onChange, ADDRESS_DELAY_MS);

  const type = (typed: string) => {
    setText(typeInto(text, typed));
    setOpen(true);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (aid.current?.keyDown(event)) {
      event.preventDefault();
    } else if (event.key === "Enter") {
      const committed = commitTyped(text);
      if (committed.chips.length === text.chips.length) onLeave();
      setText(committed);
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      onLeave();
    } else if (event.key === "Escape") {
      if (open && active !== undefined) setOpen(false);
      else if (text.typed === "") event.currentTarget.blur();
      else setText({ ...text, typed: "" });
    } else if (event.key === "Backspace" && text.typed === "" && text.chips.length > 0) {
      event.preventDefault();
      setText({ chips: text.chips.slice(0, -1), typed: text.chips.at(-1) ?? "" });
    }
  };

  return (
    <div className="relative min-w-0 flex-1">
      <search className="flex min-h-9 min-w-0 flex-wrap items-center gap-1.5 rounded-control border border-line-3 bg-surface py-1 pr-2 pl-2.5 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent max-sm:min-h-10">
        <Glyph name="search" className="mr-0.5 text-ink" />
        {text.chips.map((chip) => (
          <OverviewFilterChip
            key={chip}
            text={chip}
            onRemove={() => {
              setText({ ...text, chips: text.chips.filter((other) => other !== chip) });
              inputRef.current?.focus();
            }}
          />
        ))}
        <input
          ref={inputRef}
          type="text"
          role="combobox"
          aria-label="Filter pipelines"
          aria-keyshortcuts="/"
          aria-autocomplete="list"
          aria-expanded={active !== undefined}
          aria-controls={active === undefined ? undefined : listId}
          aria-activedescendant={active ?? undefined}
          placeholder={
            text.chips.length === 0 ? "status:failed, tag:team=x, sha:7b09f1e, or a word" : "or a word"
          }
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={400}
          value={text.typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={keyDown}
          onFocus={overviewFilterAid.ask}
          onBlur={() => setOpen(false)}
          className="h-6 min-w-24 flex-1 bg-transparent text-body text-ellipsis text-ink outline-none max-sm:h-8 max-sm:text-base"
        />
        {count !== null && (
          <output className="num text-label whitespace-nowrap text-ink-3">
            {count.shown === count.total
              ? formatCount(count.total)
              : `${formatCount(count.shown)} of ${formatCount(count.total)}`}
          </output>
        )}
        <kbd
          aria-hidden
          className="grid h-4 min-w-4 place-items-center rounded-[4px] border border-line-2 px-1 font-sans text-label/none text-ink-3 max-sm:hidden"
        >
          /
        </kbd>
      </search>
      {Aid !== undefined && (
        <Aid
          ref={aid}
          text={text}
          rows={rows}
          open={open}
          aboutTags={aboutTags}
          listId={listId}
          onTake={(typed, isWhole) => setText(isWhole ? commitTyped({ ...text, typed }) : { ...text, typed })}
          onActive={setActive}
        />
      )}
    </div>
  );
}
