import { day } from "./duration";

const keptDays = 365;

/** Start of the history that lists still show (epoch ms): 12 months before `now`. */
export function historyStart(now: number): number {
  return now - keptDays * day;
}
