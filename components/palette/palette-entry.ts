import type { Standing } from "@/lib/domain/standing";

/** The parts of the palette, in the order shown. */
export const PALETTE_SECTIONS = ["Here", "Pipelines", "Executions", "Pages", "Theme", "Find"] as const;
export type PaletteSection = (typeof PALETTE_SECTIONS)[number];

/** One thing that can be chosen. */
export interface PaletteEntry {
  id: string;
  section: PaletteSection;
  label: string;
  about?: string;
  /** Where a pipeline stands; null when it was not read yet. */
  standing?: Standing | null;
  /** That is old: its shape without its colour. */
  drained?: boolean;
  /** Why it cannot be chosen. */
  off?: string;
  /** A page, or what is done. */
  to: string | (() => void);
}
