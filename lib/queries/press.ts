import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Problem } from "@/lib/contract/problem";
import type { Receipt, ReceiptReply } from "@/lib/contract/receipt";
import { fetchJson, ProblemError } from "./fetch-json";
import { receiptQueries, useReceipt } from "./receipt-queries";
import { useReceiptsReady } from "./receipts-ready";

/** Where a press stands, from the browser's side. */
export type PressStanding =
  | { kind: "open" }
  /** Receipts cannot be written now: nothing can be pressed. */
  | { kind: "store-away" }
  /** Posted; no answer yet. */
  | { kind: "sending" }
  | { kind: "receipt"; receipt: Receipt }
  /** Posted, and the connection was lost: the receipt is being looked for. */
  | { kind: "looking" }
  /** There is no receipt of it: it never arrived, so nothing was sent to AWS. */
  | { kind: "not-arrived" }
  /** Our server said no before anything was recorded. */
  | { kind: "problem"; problem: Problem };

type Answer =
  | { kind: "receipt"; receipt: Receipt }
  | { kind: "lost" }
  | { kind: "problem"; problem: Problem };

const MAY_PRESS: ReadonlySet<PressStanding["kind"]> = new Set(["open", "problem", "not-arrived"]);

async function post(path: string, key: string, body: object): Promise<Answer> {
  try {
    const { receipt } = await fetchJson<ReceiptReply>(path, {
      method: "POST",
      headers: { "idempotency-key": key },
      body: JSON.stringify(body),
    });
    return { kind: "receipt", receipt };
  } catch (error) {
    if (!(error instanceof ProblemError)) {
      throw error;
    }
    const { status } = error.problem;
    // Without an answer of our server, or after one that broke off, only the receipt knows what happened.
    return status === 0 || status >= 500 || error.problem.code === "reply.unreadable"
      ? { kind: "lost" }
      : { kind: "problem", problem: error.problem };
  }
}

/**
 * One press of one button: `key` is made once when the decision is opened and names the press for good, so that a
 * double click or a press repeated after a lost connection is the same press. Nothing is ever sent twice by itself.
 * `onProblem` hears of a press our server refused before it was recorded: there is no receipt under `key`.
 */
export function usePress<Body extends object>(path: string, key: string, onProblem: () => void) {
  const client = useQueryClient();
  const underWay = useRef(false);
  const mutation = useMutation({
    mutationFn: async (body: Body) => ({ key, answer: await post(path, key, body) }),
    retry: false,
    networkMode: "always",
    onSuccess: ({ answer }) => {
      if (answer.kind === "receipt") {
        client.setQueryData(receiptQueries.one(key).queryKey, answer.receipt);
        void client.invalidateQueries({ queryKey: ["pipeline-state"] });
        // What is being read stays as it is; the next decision that is opened asks anew.
        void client.invalidateQueries({ queryKey: ["ships"], refetchType: "none" });
      } else if (answer.kind === "problem") {
        onProblem();
      }
    },
    onSettled: () => {
      underWay.current = false;
    },
  });
  // What came of a press under another key says nothing of this one.
  const answered = mutation.data?.key === key ? mutation.data.answer : undefined;
  const asked = useReceipt(answered?.kind === "receipt" || answered?.kind === "lost" ? key : undefined);
  const isReady = useReceiptsReady();
  const came = standingOf(mutation.isPending, answered, asked.data);
  const standing: PressStanding = came.kind === "open" && !isReady ? { kind: "store-away" } : came;
  return {
    standing,
    press: (body: Body) => {
      if (underWay.current || !MAY_PRESS.has(standing.kind)) {
        return;
      }
      underWay.current = true;
      client.removeQueries({ queryKey: receiptQueries.one(key).queryKey });
      mutation.mutate(body);
    },
  };
}

function standingOf(
  pending: boolean,
  answer: Answer | undefined,
  receipt: Receipt | null | undefined,
): PressStanding {
  if (pending) {
    return { kind: "sending" };
  }
  switch (answer?.kind) {
    case undefined:
      return { kind: "open" };
    case "problem":
      return answer;
    case "receipt":
      return { kind: "receipt", receipt: receipt ?? answer.receipt };
    case "lost":
      if (receipt === undefined) {
        return { kind: "looking" };
      }
      return receipt === null ? { kind: "not-arrived" } : { kind: "receipt", receipt };
  }
}
