import { FAULT_KINDS } from "../door/faults";
import type { ControlCall } from "./control-call";
import { ControlError } from "./control-error";
import { Fields, present } from "./fields";

const EVENT_FAULTS = ["duplicateEvents", "lostEvents", "reorderEvents"] as const;
const LONGEST_MS = 10 * 60 * 1000;

/** `POST /_emulator/faults`: what goes wrong with matching requests from now on. */
export const addFault: ControlCall = (emulator, { body }) => {
  const fields = new Fields(body, ["operation", "account", "region", "kind", "rate", "times", "latencyMs"]);
  fields.neededText("kind");
  const kind = fields.oneOf("kind", [...FAULT_KINDS, ...EVENT_FAULTS]);
  const eventFault = EVENT_FAULTS.find((name) => name === kind);
  const requestFault = FAULT_KINDS.find((name) => name === kind);
  if (eventFault !== undefined || requestFault === undefined) {
    throw new ControlError(
      `kind ${eventFault} is about the delivery of events to SQS, which is not there yet`,
    );
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
