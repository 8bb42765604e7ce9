import type { ReceiptMark } from "@/components/receipts/receipt-view";
import { refusalWords } from "@/components/receipts/refusal-words";
import type { Receipt } from "@/lib/domain/receipt";

/** What came of a press in a few words, and the four marks of its steps. */
export interface ActivityOutcome {
  words: string;
  mark: ReceiptMark;
  steps: [ReceiptMark, ReceiptMark, ReceiptMark, ReceiptMark];
}

/** Seconds from the press to when its effect was seen, `3.4 s`; undefined while that is not known. */
function seenAfter({ recordedAt, confirmedAt }: Receipt): string | undefined {
  if (confirmedAt === undefined) return undefined;
  const seconds = (Date.parse(confirmedAt) - Date.parse(recordedAt)) / 1000;
  return seconds < 100 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;
}

/** Claims no more than is known. `isUnseen`: AWS accepted it, and nobody looks for its effect any more. */
export function activityOutcome(receipt: Receipt, isUnseen: boolean): ActivityOutcome {
  if (isUnseen)
    return {
      words: "Accepted, effect not seen",
      mark: "unknown",
      steps: ["done", "done", "done", "unknown"],
    };
  switch (receipt.state) {
    case "recorded":
      return { words: "Recorded", mark: "busy", steps: ["done", "busy", "rest", "rest"] };
    case "sent":
      return { words: "Sent, no answer yet", mark: "busy", steps: ["done", "done", "busy", "rest"] };
    case "accepted":
      return { words: "Accepted, reading", mark: "busy", steps: ["done", "done", "done", "busy"] };
    case "confirmed": {
      const after = seenAfter(receipt);
      const words = after === undefined ? "Effect seen" : `Effect seen, ${after}`;
      return { words, mark: "done", steps: ["done", "done", "done", "done"] };
    }
    case "refused": {
      const { code = "", beforeSending = false } = receipt.refusal ?? {};
      const words = refusalWords(code, beforeSending);
      return beforeSending
        ? { words, mark: "not-sent", steps: ["done", "not-sent", "rest", "rest"] }
        : { words, mark: "refused", steps: ["done", "done", "refused", "rest"] };
    }
    case "unknown":
      return {
        words: "Not known yet, checking",
        mark: "unknown",
        steps: ["done", "done", "unknown", "rest"],
      };
    case "no-effect":
      return { words: "No effect", mark: "refused", steps: ["done", "done", "unknown", "refused"] };
    case "undecided":
      return {
        words: "Answer lost, cannot be told",
        mark: "unknown",
        steps: ["done", "done", "unknown", "unknown"],
      };
  }
}
