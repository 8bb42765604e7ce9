import clsx from "clsx";
import { StatusIcon } from "@/components/ui/status-icon";
import type { PaletteEntry } from "./palette-entry";

export interface PaletteOptionProps {
  entry: PaletteEntry;
  id: string;
  selected: boolean;
  onChoose: () => void;
}

/** One line of the palette. */
export function PaletteOption({ entry, id, selected, onChoose }: PaletteOptionProps) {
  const { label, about, standing, drained, off } = entry;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={off !== undefined}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={(event) => event.key === "Enter" && onChoose()}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-control px-2.5 hover:bg-hover aria-disabled:cursor-default aria-selected:bg-accent-tint max-sm:min-h-12"
    >
      {standing !== undefined &&
        (standing === null ? (
          <span aria-hidden className="size-3.5 shrink-0 rounded-full bg-line" />
        ) : (
          <StatusIcon standing={standing} drained={drained} />
        ))}
      <span
        dir="auto"
        className={clsx("min-w-0 truncate font-medium", off === undefined ? "text-ink" : "text-ink-3")}
      >
        {label}
      </span>
      <span dir="auto" className="ml-auto max-w-[55%] shrink-[3] truncate text-secondary text-ink-3">
        {off ?? about}
      </span>
    </div>
  );
}
