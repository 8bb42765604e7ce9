import { afterParameter } from "./after-parameter";
import type { ControlCall } from "./control-call";

/** `GET /_emulator/journal?after=N` */
export const readJournal: ControlCall = (emulator, { query }) => {
  const after = afterParameter(query);
  return { items: emulator.journal.after(after), last: emulator.journal.last };
};
