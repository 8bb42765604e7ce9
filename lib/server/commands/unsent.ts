import "server-only";
import type { WhyNot } from "@/lib/domain/why-not";
import type { Refusal } from "../store/receipt-steps";

/** A press that is refused before anything goes to AWS. `why` is shown to people. */
export function unsent({ code, why }: WhyNot): Refusal {
  return { code, message: why, beforeSending: true };
}
