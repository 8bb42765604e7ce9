import type { ControlCall } from "./control-call";

/** `DELETE /_emulator/outcomes` */
export const clearOutcomes: ControlCall = (emulator) => {
  emulator.worldAtNow().outcomes.clear();
  return {};
};
