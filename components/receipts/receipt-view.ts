import { executionAddress } from "@/lib/domain/execution-address";
import type { Instant } from "@/lib/domain/instant";
import type { Receipt } from "@/lib/domain/receipt";
import { shortExecution } from "@/lib/domain/short-id";
import { refusalWords } from "./refusal-words";
import { VERB_WORDS } from "./verb-words";

/** What the pages have seen of a press since AWS accepted it. */
export interface ReceiptEffect {
  /** One sentence on where things stand, for example `c08d3aa left Approve.` */
  text: string;
  seenAt: Instant;
}

/** Shape of a step or headline: done, turning, at rest, refused, not known, not sent. */
export type ReceiptMark = "done" | "busy" | "rest" | "refused" | "unknown" | "not-sent";

/** One of the four steps. */
export interface ReceiptStep {
  label: string;
  mark: ReceiptMark;
  note?: string;
  /** Exact text behind a shortened note. */
  whole?: string;
  /** Whether the line from here to the next step is known to have been travelled. */
  solid: boolean;
}

/** A receipt in words. */
export interface ReceiptView {
  mark: ReceiptMark;
  title: string;
  text: string;
  steps: [ReceiptStep, ReceiptStep, ReceiptStep, ReceiptStep];
  /** The execution that came of it. */
  started?: { label: string; href: string };
  /** Nothing more will become known by waiting. */
  settled: boolean;
}

const UNDECIDED =
  "It will not act any more. Look at how things stand now, and press again only if they are not as you want them. Who asked AWS for it is in CloudTrail, under the person's name.";

const UNSEEN =
  "Its effect was not seen within 24 hours, and nobody looks for it any more. Look at how things stand now.";
const READING = { mark: "busy", note: "reading" } as const;
const NOT_SEEN = { mark: "unknown", note: "not seen" } as const;

function clock(instant: Instant | undefined): string | undefined {
  return instant?.slice(11, 23);
}

/** Shortens an AWS request id to `71c0…e5`. */
export function shortRequestId(id: string): string {
  return id.length <= 8 ? id : `${id.slice(0, 4)}…${id.slice(-2)}`;
}

/**
 * Puts a receipt into words, claiming no more than is known. `effect` is what the page itself has seen since,
 * `subject` the short revision the press was about, `isLeftUnseen`: AWS accepted
 * it, and nobody looks for its effect any more.
 */
export function receiptView(
  receipt: Receipt,
  subject: string,
  effect?: ReceiptEffect,
  isLeftUnseen = false,
): ReceiptView {
  const words = VERB_WORDS[receipt.verb];
  const recorded: ReceiptStep = {
    label: "Recorded",
    mark: "done",
    note: clock(receipt.recordedAt),
    solid: false,
  };
  const sent: ReceiptStep = { label: "Sent", mark: "done", note: clock(receipt.sentAt), solid: false };
  const accepted: ReceiptStep = { label: "Accepted", mark: "rest", solid: false };
  const unseen: ReceiptStep = { label: "Effect", mark: "rest", solid: false };
  switch (receipt.state) {
    case "recorded":
      return {
        mark: "busy",
        title: `Sending ${words.noun}`,
        text: "Your press is stored. If this page or the server dies now, the receipt below still tells the truth.",
        steps: [recorded, { ...sent, mark: "busy", note: "1 attempt" }, accepted, unseen],
        settled: false,
      };
    case "sent":
      return {
        mark: "busy",
        title: `Sending ${words.noun}`,
        text: "It is on its way to AWS, once. The receipt below tells the truth even if this page dies now.",
        steps: [
          { ...recorded, solid: true },
          sent,
          { ...accepted, mark: "busy", note: "waiting for AWS" },
          unseen,
        ],
        settled: false,
      };
    case "accepted":
    case "confirmed": {
      const request = receipt.awsRequestId;
      const seenAt = receipt.confirmedAt ?? effect?.seenAt;
      const done: ReceiptStep = {
        ...accepted,
        mark: "done",
        note: request === undefined ? clock(receipt.settledAt) : `request\n${shortRequestId(request)}`,
        whole: request,
        solid: seenAt !== undefined,
      };
      const isUnseen = seenAt === undefined && isLeftUnseen;
      return {
        ...startedBy(receipt),
        mark: isUnseen ? "unknown" : seenAt === undefined ? "busy" : "done",
        title: seenAt === undefined ? "AWS accepted it" : `${words.done}, and seen`,
        text: effect?.text ?? receipt.finding ?? (isUnseen ? UNSEEN : waitingWords(receipt, subject)),
        steps: [
          { ...recorded, solid: true },
          { ...sent, solid: true },
          done,
          seenAt === undefined
            ? { ...unseen, ...(isUnseen ? NOT_SEEN : READING) }
            : { ...unseen, label: "Effect seen", mark: "done", note: clock(seenAt) },
        ],
        settled: isUnseen || seenAt !== undefined,
      };
    }
    case "refused": {
      const refusal = receipt.refusal ?? { code: "unknown", message: "", beforeSending: false };
      const title = refusalWords(refusal.code, refusal.beforeSending);
      if (refusal.beforeSending) {
        return {
          mark: "not-sent",
          title,
          text: refusal.message || "The check before sending found a difference. Nothing was sent.",
          steps: [
            { ...recorded, solid: true },
            { ...sent, label: "Not sent", mark: "not-sent", note: "checked before sending" },
            accepted,
            unseen,
          ],
          settled: true,
        };
      }
      return {
        mark: "refused",
        title,
        text: `${sentence(refusal.message)}Nothing of yours was applied.`,
        steps: [
          { ...recorded, solid: true },
          { ...sent, solid: true },
          { ...accepted, label: "Refused", mark: "refused", note: refusal.code.replace(/Exception$/, "") },
          { ...unseen, label: "No effect" },
        ],
        settled: true,
      };
    }
    case "unknown":
      return {
        mark: "unknown",
        title: "Not known yet, checking",
        text: `The answer was lost after sending. It is not sent again. AWS is read until it is known. ${
          effect === undefined ? "" : `${sentence(effect.text)}Whether by this press is not known yet.`
        }`.trim(),
        steps: [
          { ...recorded, solid: true },
          { ...sent, note: clock(receipt.sentAt) ?? "no answer" },
          { ...accepted, label: "Not known", mark: "unknown", note: "no answer" },
          { ...unseen, mark: "busy", note: "reading" },
        ],
        settled: false,
      };
    case "no-effect":
      return {
        mark: "refused",
        title: "It had no effect",
        text: `The answer was lost, and reading AWS shows that it did not act. ${sentence(receipt.finding ?? "")}`.trim(),
        steps: [
          { ...recorded, solid: true },
          { ...sent, note: clock(receipt.sentAt) ?? "no answer" },
          { ...accepted, label: "No answer", mark: "unknown", note: "lost" },
          { ...unseen, label: "No effect", mark: "refused", note: clock(receipt.settledAt) },
        ],
        settled: true,
      };
    case "undecided":
      return {
        mark: "unknown",
        title: "The answer was lost, and it cannot be told what came of it",
        text: `${sentence(receipt.finding ?? "")}${UNDECIDED}`,
        steps: [
          { ...recorded, solid: true },
          { ...sent, note: clock(receipt.sentAt) ?? "no answer" },
          { ...accepted, label: "No answer", mark: "unknown", note: "lost" },
          { ...unseen, label: "Not known", mark: "unknown", note: clock(receipt.settledAt) },
        ],
        settled: true,
      };
  }
}

function startedBy({ target, pipeline, startedExecutionId: id }: Receipt): Pick<ReceiptView, "started"> {
  if (id === undefined) return {};
  return { started: { label: shortExecution(id), href: executionAddress(target, pipeline, id) } };
}

function waitingWords(receipt: Receipt, subject: string): string {
  const where = receipt.stage === undefined ? "" : ` ${receipt.stage}`;
  switch (receipt.verb) {
    case "approve":
      return `Waiting to see ${subject} leave${where}.`;
    case "reject":
      return `Waiting to see ${subject} end in${where}.`;
    case "stop":
    case "abandon":
      return `Waiting to see ${subject} stop.`;
    case "open-transition":
    case "close-transition":
      return `Waiting to see the gate into${where} ${receipt.verb === "open-transition" ? "open" : "closed"}.`;
    default:
      return "Waiting to see it on the line.";
  }
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" ? "" : `${/[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`} `;
}
