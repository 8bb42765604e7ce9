"use client";

import { useEffect, useRef } from "react";
import { Glyph } from "@/components/ui/glyph";
import { useSettled } from "@/components/ui/use-settled";
import { useTyped } from "@/components/ui/use-typed";

const ADDRESS_DELAY_MS = 200;

/** The filter box; its text stands in the address. `count` says how many are shown. */
export function ActivityFilter({
  q,
  count,
  onChange,
}: {
  q: string;
  count: string | null;
  onChange: (q: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useTyped(q);
  useSettled(text.trim(), q, onChange, ADDRESS_DELAY_MS);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <search className="flex min-h-9 min-w-0 flex-1 items-center gap-1.5 rounded-control border border-line-3 bg-surface py-1 pr-2 pl-2.5 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent max-sm:min-h-10 max-sm:basis-full">
      <Glyph name="search" className="mr-0.5 text-ink" />
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label="Filter presses"
        aria-keyshortcuts="/"
        placeholder="person:olivia, verb:approve, outcome:refused, since:2026-11-20, or a word"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={400}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-6 min-w-24 flex-1 bg-transparent text-body text-ellipsis text-ink outline-none max-sm:h-8 max-sm:text-base"
      />
      {count !== null && <output className="num text-label whitespace-nowrap text-ink-3">{count}</output>}
    </search>
  );
}
