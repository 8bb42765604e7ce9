"use client";

import { useEffect, useState } from "react";
import { CardOnDemand } from "@/components/ui/card-on-demand";
import { Glyph } from "@/components/ui/glyph";
import { commandPalette, keysHelp } from "./palette-parts";

type Shown = { kind: "palette"; opener: Element | null } | { kind: "keys" } | null;

/** In the bar of every page: opens the palette, also by Ctrl or Cmd with K, and the list of keys by `?`. */
export function PaletteOpener() {
  const [shown, setShown] = useState<Shown>(null);
  const close = () => setShown(null);
  const openPalette = () => setShown({ kind: "palette", opener: document.activeElement });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPalette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isHelp = event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.defaultPrevented || !(isPalette || isHelp)) return;
      if (document.querySelector("dialog:modal") !== null || (isHelp && isTyped(event.target))) return;
      event.preventDefault();
      setShown(isPalette ? { kind: "palette", opener: document.activeElement } : { kind: "keys" });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        {...commandPalette.intent}
        onClick={openPalette}
        className="thumb flex h-[30px] items-center gap-2 rounded-control border border-line-3 bg-surface px-2 text-ink-3 hover:bg-hover hover:text-ink xl:w-[290px] max-sm:border-transparent"
      >
        <Glyph name="search" className="text-ink-2" />
        <span className="max-xl:sr-only">Pipeline, run or commit</span>
        <kbd
          aria-hidden
          className="ml-auto grid h-4 place-items-center rounded-[4px] border border-line-2 px-1 font-sans text-label/none max-xl:hidden"
        >
          Ctrl K
        </kbd>
      </button>
      {shown?.kind === "palette" && (
        <CardOnDemand
          part={commandPalette}
          hand={{ opener: shown.opener, onClose: close, onKeys: () => setShown({ kind: "keys" }) }}
          failure="What there is to go to cannot be shown"
          onClose={close}
        />
      )}
      {shown?.kind === "keys" && (
        <CardOnDemand
          part={keysHelp}
          hand={{ onClose: close }}
          failure="The list of keys cannot be shown"
          onClose={close}
        />
      )}
    </>
  );
}

function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
