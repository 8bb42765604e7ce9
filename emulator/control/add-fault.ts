import type { Emulator } from "../door/emulator";
import { FAULT_KINDS } from "../door/faults";
import { EVENT_FAULT_KINDS, type EventFaultKind } from "../door/sqs/event-faults";
import type { ControlCall } from "./control-call";
import { ControlError } from "./control-error";
import { Fields, present } from "./fields";

const LONGEST_MS = 10 * 60 * 1000;

function addEventFault(emulator: Emulator, kind: EventFaultKind, fields: Fields): void {
  const misplaced = ["operation", "latencyMs"].find((name) => fields.has(name));
  if (misplaced !== undefined) {
    throw new ControlError(`${misplaced} is about requests; kind ${kind} takes account, region, rate, times`);
  }
  emulator.eventFaults.add({
    kind,
    ...present({
      account: fields.account(),
      region: fields.region(),
      rate: fields.number("rate", 0, 1),
      times: fields.whole("times", 1, 1_000_000),
    }),
  });
}

/** `POST /_emulator/faults`: what goes wrong with matching requests, or events on their way to a queue, from now on. */
export const addFault: ControlCall = (emulator, { body }) => {
  const fields = new Fields(body, ["operation", "account", "region", "kind", "rate", "times", "latencyMs"]);
  fields.neededText("kind");
  const kind = fields.oneOf("kind", [...FAULT_KINDS, ...EVENT_FAULT_KINDS]);
  const eventFault = EVENT_FAULT_KINDS.find((name) => name === kind);
  const requestFault = FAULT_KINDS.find((name) => name === kind);
  if (requestFault === undefined) {
    if (eventFault !== undefined) addEventFault(emulator, eventFault, fields);
    return {};
  }
  const latencyMs = fields.whole("latencyMs", 0, LONGEST_MS);
  if (requestFault === "latency" && latencyMs === undefined) {
    throw new ControlError("latencyMs must be given for kind latency; it is missing");
  }
  emulator.faults.add({
    kind: requestFault,
    ...present({
      operation: fields.text("operation"),
      account: fields.account(),
      region: fields.region(),
      rate: fields.number("rate", 0, 1),
      times: fields.whole("times", 1, 1_000_000),
      latencyMs,
    }),
  });
  return {};
};
