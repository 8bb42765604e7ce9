import { createContext, useContext } from "react";
import { USUAL_DESKTOP, type WindowSize } from "@/lib/domain/window-size";

/** The window as the server takes it to be, until the browser has spoken. */
export const WindowSizeContext = createContext<WindowSize | null>(null);

/** The size that the first frame is drawn for; a usual desktop where nobody has said one. */
export function useDrawnSize(): WindowSize {
  return useContext(WindowSizeContext) ?? USUAL_DESKTOP;
}
