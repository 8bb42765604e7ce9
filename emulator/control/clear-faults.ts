import type { ControlCall } from "./control-call";

/** `DELETE /_emulator/faults` */
export const clearFaults: ControlCall = (emulator) => {
  emulator.faults.clear();
  emulator.eventFaults.clear();
  emulator.queues.letGo();
  return {};
};
