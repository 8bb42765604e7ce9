"use client";

import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { Glyph } from "@/components/ui/glyph";
import { formatCount } from "@/lib/domain/count-words";
import { OverviewFilterChip } from "./overview-filter-chip";
import { commitTyped, type FilterText, fromFilterText, toFilterText, typeInto } from "./overview-filter-text";

const ADDRESS_DELAY_MS = 120;

export interface OverviewFilterBoxProps {
  q: string;
  onChange: (q: string) => void;
  /** Rows that pass, and rows there are; null while neither is known. */
  count: { shown: number; total: number } | null;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Down from the box: to the first row. */
  onLeave: () => void;
}

/** One box for words and tokens; finished tokens become chips, and all of it stands in the address. */
export function OverviewFilterBox({ q, onChange, count, inputRef, onLeave }: OverviewFilterBoxProps) {
  const [text, setText] = useState<FilterText>(() => toFilterText(q));
  const [seen, setSeen] = useState(q);
  const whole = fromFilterText(text);

  if (seen !== q) {
    setSeen(q);
    // What comes back is our own text, except after Back, Forward or a link.
    if (q !== whole && document.activeElement !== inputRef.current) setText(toFilterText(q));
  }

  useEffect(() => {
    if (whole === q) return;
    const timer = setTimeout(() => onChange(whole), ADDRESS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [whole, q, onChange]);

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") {
      const committed = commitTyped(text);
      if (committed.chips.length === text.chips.length) onLeave();
      setText(committed);
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      onLeave();
    } else if (event.key === "Escape") {
      if (text.typed === "") event.currentTarget.blur();
      else setText({ ...text, typed: "" });
    } else if (event.key === "Backspace" && text.typed === "" && text.chips.length > 0) {
      event.preventDefault();
      setText({ chips: text.chips.slice(0, -1), typed: text.chips.at(-1) ?? "" });
    }
  };

  return (
    <search className="flex min-h-9 min-w-0 flex-1 flex-wrap items-center gap-1.5 rounded-control border border-line-3 bg-surface py-1 pr-2 pl-2.5 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent max-sm:min-h-10">
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
        role="searchbox"
        aria-label="Filter pipelines"
        aria-keyshortcuts="/"
        placeholder={
          text.chips.length === 0 ? "status:failed, target:prod-eu, 7b09f1e, or a word" : "or a word"
        }
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={400}
        value={text.typed}
        onChange={(event) => setText(typeInto(text, event.target.value))}
        onKeyDown={keyDown}
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
  );
}
