import { afterParameter } from "./after-parameter";
import type { ControlCall } from "./control-call";

/** `GET /_emulator/events?after=N` */
export const readEvents: ControlCall = (emulator, { query }) => {
  const after = afterParameter(query);
  const { events } = emulator.worldAtNow();
  return { items: events.after(after), last: events.last };
};
