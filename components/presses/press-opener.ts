import { createContext, useContext } from "react";
import type { Verb } from "@/lib/domain/receipt";
import type { PressAddress } from "./press-address";

/** How what stands on a page opens a decision. */
export interface PressOpener {
  open: (address: PressAddress, executionId?: string) => void;
  /** Why the person may not press a verb here. */
  whyNot: (verb: Verb) => string | undefined;
  executionMode: string;
  pipelineType?: string;
  /** Name of the source stage. */
  firstStage?: string;
}

/** Null where nothing can be pressed, such as in tests of a part alone. */
export const PressOpenerContext = createContext<PressOpener | null>(null);

/** The page's way to open a decision; null where it has none. */
export function usePressOpener(): PressOpener | null {
  return useContext(PressOpenerContext);
}
