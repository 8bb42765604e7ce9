import { createContext, useContext } from "react";

/** Whether the data shown is too old to be stated as present. */
export const DrainedContext = createContext(false);

/** True where the data around is old: shapes stay, hue goes, words say "was". */
export function useDrained(): boolean {
  return useContext(DrainedContext);
}
