import { ServiceError } from "../engine/service-error";
import { DoorError } from "./door-error";
import type { Refusal } from "./protocol";

/** What the client is told; a mistake of ours is an InternalFailure, its stack goes to stderr. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof DoorError || error instanceof ServiceError) {
    return { code: error.code, status: error.status, message: error.message };
  }
  process.stderr.write(
    `emulator: internal failure: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return { code: "InternalFailure", status: 500, message: "The request processing has failed." };
}
