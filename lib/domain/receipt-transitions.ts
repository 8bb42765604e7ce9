import type { Instant } from "./instant";
import type { Receipt, ReceiptState } from "./receipt";

/** One thing that became known of a press. */
export type ReceiptAction =
  /** It goes to AWS now. */
  | { kind: "send"; at: Instant }
  /** AWS took it. */
  | { kind: "accept"; at: Instant; awsRequestId?: string; startedExecutionId?: string }
  /** We or AWS said no: it had no effect and will have none. */
  | { kind: "refuse"; at: Instant; refusal: NonNullable<Receipt["refusal"]>; awsRequestId?: string }
  /** The answer was lost: nobody can say whether AWS acted. */
  | { kind: "lose"; awsRequestId?: string }
  /** Reading AWS showed the effect. */
  | { kind: "confirm"; at: Instant; finding: string; startedExecutionId?: string }
  /** Reading AWS showed no effect when the request could no longer act. */
  | { kind: "rule-out"; at: Instant; finding: string }
  /** The request could no longer act, and what reading AWS shows may be its effect or somebody else's. */
  | { kind: "leave-open"; at: Instant; finding: string };

/** The states in which each thing may become known. */
export const KNOWABLE_IN: Readonly<Record<ReceiptAction["kind"], readonly ReceiptState[]>> = {
  send: ["recorded"],
  accept: ["sent", "unknown"],
  refuse: ["recorded", "sent", "unknown"],
  lose: ["sent"],
  confirm: ["accepted", "unknown"],
  "rule-out": ["unknown"],
  "leave-open": ["unknown"],
};

/** Nothing more will become known of a press in such a state. */
export function isFinal(state: ReceiptState): boolean {
  return state === "confirmed" || state === "refused" || state === "no-effect" || state === "undecided";
}

/** The receipt once that is known; undefined when it cannot become known of a receipt in this state. */
export function nextReceipt(receipt: Receipt, action: ReceiptAction): Receipt | undefined {
  if (!KNOWABLE_IN[action.kind].includes(receipt.state)) return undefined;
  switch (action.kind) {
    case "send":
      return { ...receipt, state: "sent", sentAt: action.at };
    case "accept":
      return {
        ...receipt,
        state: "accepted",
        settledAt: action.at,
        ...requestId(action),
        ...startedExecution(action),
      };
    case "refuse":
      return {
        ...receipt,
        state: "refused",
        settledAt: action.at,
        refusal: action.refusal,
        ...requestId(action),
      };
    case "lose":
      return { ...receipt, state: "unknown", ...requestId(action) };
    case "confirm":
      return {
        ...receipt,
        state: "confirmed",
        settledAt: receipt.settledAt ?? action.at,
        confirmedAt: action.at,
        finding: action.finding,
        ...(receipt.startedExecutionId === undefined ? startedExecution(action) : {}),
      };
    case "rule-out":
      return { ...receipt, state: "no-effect", settledAt: action.at, finding: action.finding };
    case "leave-open":
      return { ...receipt, state: "undecided", settledAt: action.at, finding: action.finding };
  }
}

function requestId({ awsRequestId }: { awsRequestId?: string }): Pick<Receipt, "awsRequestId"> {
  return awsRequestId === undefined ? {} : { awsRequestId };
}

function startedExecution({
  startedExecutionId,
}: {
  startedExecutionId?: string;
}): Pick<Receipt, "startedExecutionId"> {
  return startedExecutionId === undefined ? {} : { startedExecutionId };
}
