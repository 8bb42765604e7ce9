import type { Emulator } from "../door/emulator";

/** What a control call is given: the parsed body of a POST, or the query of the others. */
export interface ControlInput {
  body: unknown;
  query: URLSearchParams;
}

/** One control call: acts, and answers what becomes the JSON. Throws ControlError for bad input. */
export type ControlCall = (emulator: Emulator, input: ControlInput) => unknown;
