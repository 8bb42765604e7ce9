"use client";

import { useRouter } from "next/navigation";
import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { chooseTheme, THEMES } from "@/components/layout/theme";
import { Glyph } from "@/components/ui/glyph";
import { useModal } from "@/components/ui/use-modal";
import { isRowDrained } from "@/lib/domain/is-row-drained";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { textRank } from "@/lib/domain/text-rank";
import { usePipelines } from "@/lib/queries/pipeline-queries";
import { serverNow } from "@/lib/queries/server-now";
import { executionEntries, findEntries, pageEntries, pipelineEntries } from "./palette-entries";
import { PALETTE_SECTIONS, type PaletteEntry } from "./palette-entry";
import { PaletteOption } from "./palette-option";
import { useAtHand } from "./use-at-hand";
import { useFoundExecutions } from "./use-found-executions";
import { useHereEntries } from "./use-here-entries";

export interface CommandPaletteProps {
  /** What had the focus when it was opened. */
  opener: Element | null;
  onClose: () => void;
  onKeys: () => void;
}

/** Go to a page, a pipeline, an execution or a commit, or open a press of the pipeline at hand, by typing. */
export function CommandPalette({ opener, onClose, onKeys }: CommandPaletteProps) {
  const router = useRouter();
  const dialog = useModal(true);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  /** The line gone to by keys, which stays the one as others come and go around it. */
  const [at, setAt] = useState({ typed: "", id: "" });
  const asked = useDeferredValue(typed.trim());
  const known = usePipelines().data;
  const rows = known?.items ?? [];
  const [openedMs] = useState(serverNow);
  const isOld = (row: PipelineRow) =>
    known !== undefined &&
    isRowDrained(row, { freshness: known.freshness[row.target], repliedAt: known.now }, openedMs);
  const here = useAtHand(opener);
  const found = useFoundExecutions(asked);
  const entries = [
    ...useHereEntries(asked, here),
    ...pipelineEntries(asked, rows, isOld),
    ...executionEntries(asked, rows, found),
    ...findEntries(asked),
    ...pageEntries(asked),
    ...otherEntries(asked, onKeys),
  ];
  const shown = inSections(entries, asked !== "");
  const kept = at.typed === typed ? shown.findIndex(({ id }) => id === at.id) : -1;
  const index = kept !== -1 ? kept : typed === "" ? 0 : firstOpen(shown);
  /** What was typed when Enter came before the list for it. */
  const [entered, setEntered] = useState<string | null>(null);

  useEffect(() => {
    list.current
      ?.querySelector(`[id="${CSS.escape(`${listId}-${index}`)}"]`)
      ?.scrollIntoView({ block: "nearest" });
  }, [index, listId]);

  const choose = ({ to, off }: PaletteEntry) => {
    if (off !== undefined) return;
    onClose();
    if (typeof to === "string") router.push(to);
    else to();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = shown[index];
    const next = shown[(index + step + shown.length) % Math.max(1, shown.length)];
    if (step !== 0) setAt({ typed, id: next?.id ?? "" });
    else if (event.key === "Enter" && typed.trim() !== asked) setEntered(typed);
    else if (event.key === "Enter" && chosen !== undefined) choose(chosen);
    else return;
    event.preventDefault();
  };

  const chooseEntered = useEffectEvent(() => {
    const chosen = shown[index];
    if (chosen !== undefined) choose(chosen);
  });
  useEffect(() => {
    if (entered === null || (entered === typed && typed.trim() !== asked)) return;
    setEntered(null);
    if (entered === typed) chooseEntered();
  }, [entered, typed, asked]);

  return (
    <dialog
      ref={dialog}
      aria-label="Go to or do"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="mx-auto mt-[12vh] w-full max-w-none animate-appear flex-col overflow-hidden bg-surface text-ink shadow-float open:flex sm:max-h-[70vh] sm:w-[640px] sm:max-w-[calc(100vw-48px)] sm:rounded-dialog sm:border sm:border-line max-sm:mt-0 max-sm:h-dvh max-sm:max-h-none"
    >
      <div className="flex h-12 shrink-0 items-center gap-3 border-b px-4">
        <Glyph name="search" className="text-ink-2" />
        <input
          data-first
          type="text"
          role="combobox"
          aria-label="Pipeline, run, commit or page"
          aria-autocomplete="list"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={shown.length > 0 ? `${listId}-${index}` : undefined}
          placeholder="Pipeline, run, commit or page"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={keyDown}
          className="h-8 min-w-0 flex-1 bg-transparent text-body text-ink outline-none max-sm:text-base"
        />
        <button
          type="button"
          aria-label="Close"
          onClick={onClose}
          className="thumb -mr-1 rounded-control p-1 text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Glyph name="close" size={14} />
        </button>
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label="What there is"
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto p-1.5"
      >
        {PALETTE_SECTIONS.map((section) => {
          const title = section === "Here" && here !== null ? `${here.pipeline}, ${here.target}` : section;
          const own = shown.filter((entry) => entry.section === section);
          if (own.length === 0) return null;
          return (
            <div key={section} role="group" aria-label={title} className="pb-1.5">
              <p aria-hidden className="truncate px-2.5 pt-1.5 pb-1 text-label text-ink-3">
                {title}
              </p>
              {own.map((entry) => {
                const place = shown.indexOf(entry);
                return (
                  <PaletteOption
                    key={entry.id}
                    entry={entry}
                    id={`${listId}-${place}`}
                    selected={place === index}
                    onChoose={() => choose(entry)}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </dialog>
  );
}

function otherEntries(typed: string, onKeys: () => void): PaletteEntry[] {
  const keys: PaletteEntry = {
    id: "keys",
    section: "Pages",
    label: "Keys and filter",
    about: "?",
    to: onKeys,
  };
  const themes = THEMES.map(
    ({ value, label }): PaletteEntry => ({
      id: `theme ${value}`,
      section: "Theme",
      label: `${label} theme`,
      to: () => chooseTheme(value),
    }),
  );
  return [keys, ...themes].filter(({ label }) => textRank(typed, label, { letters: false }) !== null);
}

/** One section after the other. What nothing can be done about comes last in its own. */
function inSections(entries: readonly PaletteEntry[], searched: boolean): PaletteEntry[] {
  return PALETTE_SECTIONS.flatMap((section) => {
    const own = entries.filter((entry) => entry.section === section);
    return searched ? [...own.filter(isOpen), ...own.filter((entry) => !isOpen(entry))] : own;
  });
}

function firstOpen(entries: readonly PaletteEntry[]): number {
  return Math.max(0, entries.findIndex(isOpen));
}

function isOpen({ off }: PaletteEntry): boolean {
  return off === undefined;
}
