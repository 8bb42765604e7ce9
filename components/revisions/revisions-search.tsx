"use client";

import { useEffect, useRef } from "react";
import { Glyph } from "@/components/ui/glyph";
import { useSettled } from "@/components/ui/use-settled";
import { useTyped } from "@/components/ui/use-typed";

const ADDRESS_DELAY_MS = 120;

/** Takes what is looked for: typed, or pasted, which counts at once. */
export function RevisionsSearch({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useTyped(q);
  useSettled(text.trim(), q, onChange, ADDRESS_DELAY_MS);
  useEffect(() => {
    if (window.matchMedia("(pointer: fine)").matches) input.current?.focus();
    const focus = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <search className="flex min-h-10 max-w-[880px] items-center gap-1.5 rounded-control border border-line-3 bg-surface py-1 pr-2 pl-2.5 has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent">
      <Glyph name="search" className="mr-0.5 text-ink" />
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label="Commit, message or ticket"
        aria-keyshortcuts="/"
        placeholder="7b09f1e, SHOP-123, or words of the message"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={400}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-8 min-w-0 flex-1 bg-transparent text-body text-ellipsis text-ink outline-none max-sm:text-base"
      />
      {text !== "" && (
        <button
          type="button"
          aria-label="Clear"
          onClick={() => {
            setText("");
            onChange("");
            input.current?.focus();
          }}
          className="thumb flex size-6 items-center justify-center rounded-control text-ink-2 hover:bg-hover"
        >
          <Glyph name="close" size={12} />
        </button>
      )}
    </search>
  );
}
