"use client";

import { useEffect, useRef } from "react";
import { Glyph } from "@/components/ui/glyph";

export interface HistorySearchProps {
  text: string;
  /** How many are shown, such as `12` or `100+`; null while that is not known. */
  count: string | null;
  onType: (text: string) => void;
  /** The focus goes elsewhere, maybe to another page. */
  onLeave: () => void;
}

/** The filter box of the history: words, and tokens such as `person:kaya`. */
export function HistorySearch({ text, count, onType, onLeave }: HistorySearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog:modal") !== null) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <search className="flex min-h-9 min-w-0 flex-1 items-center gap-1.5 rounded-control border border-line-3 bg-surface py-1 pr-2 pl-2.5 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent max-sm:min-h-10">
      <Glyph name="search" className="mr-0.5 text-ink" />
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label="Filter executions"
        aria-keyshortcuts="/"
        placeholder="sha, message, ticket, person:kaya, trigger:push, since:2026-11-20"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={300}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text !== "") {
            event.preventDefault();
            onType("");
          }
        }}
        className="h-6 min-w-0 flex-1 bg-transparent text-body text-ellipsis text-ink outline-none max-sm:h-8 max-sm:text-base"
      />
      {count !== null && <output className="num text-label whitespace-nowrap text-ink-3">{count}</output>}
    </search>
  );
}
