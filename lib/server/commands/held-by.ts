import "server-only";
import { clockTime } from "@/lib/domain/instant-words";
import type { Receipt } from "@/lib/domain/receipt";
import { findTarget } from "../config/find-target";
import { holderOf } from "../store/open-receipts";
import type { Refusal } from "../store/receipt-steps";
import { mayActForMs } from "./settle-receipt";
import { unsent } from "./unsent";

/**
 * The refusal of a press while another one on the very same thing is on its way, or its answer was lost: whose that is,
 * and until when it keeps others waiting. Throws `store.unavailable`.
 */
export async function heldBy(personId: string, precondition: string): Promise<Refusal> {
  const holder = await holderOf(precondition);
  if (holder?.state === "unknown")
    return unsent({ code: "press.unsettled", why: lostWords(holder, personId) });
  const mine = holder?.person.id === personId;
  const who = holder === undefined ? "Somebody else is" : mine ? "You are" : `${holder.person.name} is`;
  const why = `${who} pressing here at this very moment${mine ? ", with another click" : ""}. Look at what comes of it first.`;
  return unsent({ code: "press.in-flight", why });
}

function lostWords({ id, target: of, person, recordedAt, sentAt }: Receipt, personId: string): string {
  const who = person.id === personId ? "You" : person.name;
  const sent = sentAt ?? recordedAt;
  const endsAt = new Date(Date.parse(sent) + mayActForMs(findTarget(of))).toISOString();
  return [
    `${who} pressed this at ${clockTime(sent)} UTC, and AWS's answer was lost (receipt ${id.slice(0, 8)}).`,
    `AWS is read for what came of it. From ${clockTime(endsAt)} UTC it cannot act any more, and the next look settles it at the latest.`,
    "Until then it could be done twice, so nothing was sent.",
  ].join(" ");
}
