import "server-only";
import { createHash } from "node:crypto";
import type { Refusal } from "../store/receipt-steps";
import { changeTransition } from "./change-transition";
import type { Presser } from "./press";
import type { StagePlace } from "./stage-now";
import { unsent } from "./unsent";

/** Id of the receipt of the closing that goes before a rollback, from the rollback's own. */
export function holdIdOf(rollbackId: string): string {
  const hash = createHash("sha256").update(`${rollbackId}/hold`).digest("hex");
  // A uuid of version 8, which leaves to us what is in it.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * Closes the way into a stage for a rollback about to be sent, as a press of the same person with a receipt of its own.
 * Answers why the rollback must not be sent, or undefined when the gate is closed.
 */
export async function holdGate(by: Presser, place: StagePlace, reason: string): Promise<Refusal | undefined> {
  const closer: Presser = { ...by, idempotencyKey: holdIdOf(by.idempotencyKey) };
  const receipt = await changeTransition(closer, place, { type: "Inbound", enabled: false, reason });
  const closed = receipt.state === "accepted" || receipt.state === "confirmed";
  if (closed || receipt.refusal?.code === "transition.closed") return undefined;
  const came = receipt.refusal?.message ?? "AWS's answer was lost, so nobody knows yet whether it is closed.";
  const why = `Nothing was rolled back, because the transition into ${place.stage} could not be closed first: ${came}`;
  return unsent({ code: "rollback.not-held", why });
}
