import type { Verb } from "@/lib/domain/receipt";
import type { PressStanding } from "@/lib/queries/press";
import { type ReceiptEffect, type ReceiptStep, type ReceiptView, receiptView } from "./receipt-view";
import { VERB_WORDS } from "./verb-words";

const REST: Pick<ReceiptStep, "mark" | "solid"> = { mark: "rest", solid: false };

function beforeReceipt(title: string, text: string, recorded: ReceiptStep): ReceiptView {
  return {
    mark: recorded.mark,
    title,
    text,
    steps: [
      recorded,
      { label: "Sent", ...REST },
      { label: "Accepted", ...REST },
      { label: "Effect", ...REST },
    ],
    settled: false,
  };
}

/**
 * What stands in place of the buttons after a press; undefined while the buttons stand there themselves, that is
 * before a press and when it is certain that nothing was recorded.
 */
export function pressView(
  standing: PressStanding,
  verb: Verb,
  subject: string,
  effect?: ReceiptEffect,
): ReceiptView | undefined {
  switch (standing.kind) {
    case "open":
    case "store-away":
    case "problem":
    case "not-arrived":
      return undefined;
    case "sending":
      return beforeReceipt(
        `Sending ${VERB_WORDS[verb].noun}`,
        "Your press is being stored, before anything is sent to AWS.",
        {
          label: "Recorded",
          mark: "busy",
          solid: false,
        },
      );
    case "looking":
      return beforeReceipt(
        "No answer, looking for the receipt",
        "The connection was lost after you pressed. Nothing is sent again; the receipt tells whether your press arrived.",
        { label: "Recorded", mark: "unknown", note: "looking", solid: false },
      );
    case "receipt":
      return receiptView(standing.receipt, subject, effect);
  }
}
