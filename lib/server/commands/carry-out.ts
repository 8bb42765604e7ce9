import "server-only";
import type { Receipt } from "@/lib/domain/receipt";
import { monotonic, nowInstant } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";
import type { WriteOutcome } from "../codepipeline/write-aws";
import { ApiError } from "../errors";
import { log } from "../log";
import { type Refusal, stepReceipt } from "../store/receipt-steps";
import { findReceipt } from "../store/receipts";
import type { Expectation } from "./effects/effect";
import { keepWriting } from "./keep-writing";

/** A press goes out within so long of when it is told to have: by that its effect is told from somebody else's. */
const COMMITTED_WITHIN_MS = 2000;

/** What was seen still stands: this sends it, once. */
export interface Ready {
  /** What the press will recognise its effect by, kept in its row before it is sent. */
  expectation?: Expectation;
  send: () => Promise<WriteOutcome>;
}

/**
 * Takes a recorded press to its end: a fresh look, `sent` committed, one attempt, the outcome. Throws
 * `store.unavailable` when `sent` cannot be committed, or only late: then nothing went to AWS. An outcome that cannot be
 * written is written later, and the receipt is answered as last committed.
 */
export async function carryOut(
  recorded: Receipt,
  { check }: { check: () => Promise<Ready | Refusal> },
  requestId: string,
): Promise<Receipt> {
  const about = { requestId, receiptId: recorded.id, verb: recorded.verb };
  const looked = await look(check, about);
  if (!("send" in looked)) {
    log.info({ ...about, code: looked.code }, "press refused before sending");
    const refuse = { kind: "refuse", at: nowInstant(), refusal: looked } as const;
    return (await keepWriting(() => stepReceipt(recorded.id, refuse))) ?? recorded;
  }
  const sent = await commitSent(recorded, looked.expectation);
  if (sent.state !== "sent") return sent;
  const outcome = await looked.send();
  log.info(
    { ...about, outcome: outcome.kind, ...codeOf(outcome), awsRequestId: outcome.awsRequestId },
    "press sent",
  );
  return (
    (await keepWriting(() => writeOutcome(sent.id, outcome))) ?? {
      ...sent,
      awsRequestId: outcome.awsRequestId,
    }
  );
}

/** A check that fails is a refusal too: what cannot be seen is not pressed. */
async function look(check: () => Promise<Ready | Refusal>, about: object): Promise<Ready | Refusal> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof AwsReadError) {
      const { code, message } = error.failure;
      return { code, message: message || `${error.operation} gave no answer.`, beforeSending: true };
    }
    log.error({ ...about, err: error }, "press check failed");
    return {
      code: "internal",
      message: "Something went wrong on the server before sending.",
      beforeSending: true,
    };
  }
}

async function commitSent(recorded: Receipt, expectation: Expectation | undefined): Promise<Receipt> {
  const at = nowInstant();
  const beganMono = monotonic();
  try {
    const sent = await stepReceipt(recorded.id, { kind: "send", at }, expectation);
    const tookMs = monotonic() - beganMono;
    if (sent && tookMs > COMMITTED_WITHIN_MS) throw new Error(`It took ${Math.round(tookMs)} ms to commit.`);
    // No longer `recorded`: another server took it for left behind. What it wrote stands, and nothing is sent.
    return sent ?? (await findReceipt(recorded.id))?.receipt ?? recorded;
  } catch (error) {
    const message = "The database stopped answering before anything was sent to AWS.";
    const refusal = { code: "store.unavailable", message, beforeSending: true };
    await keepWriting(() => stepReceipt(recorded.id, { kind: "refuse", at, refusal }));
    throw new ApiError("store.unavailable", `${message} Press again when it is back.`, {
      retryAfterSeconds: 5,
      cause: error,
    });
  }
}

function writeOutcome(id: string, outcome: WriteOutcome): Promise<Receipt | undefined> {
  const { awsRequestId } = outcome;
  switch (outcome.kind) {
    case "accepted":
      return stepReceipt(id, {
        kind: "accept",
        at: nowInstant(),
        awsRequestId,
        startedExecutionId: outcome.startedExecutionId,
      });
    case "refused": {
      const { code, message, beforeSending } = outcome;
      const refusal = { code, message: message || code, beforeSending };
      return stepReceipt(id, { kind: "refuse", at: nowInstant(), refusal, awsRequestId });
    }
    case "unknown":
      return stepReceipt(id, { kind: "lose", awsRequestId });
  }
}

function codeOf(outcome: WriteOutcome): { code?: string; message?: string } {
  return outcome.kind === "accepted" ? {} : { code: outcome.code, message: outcome.message };
}
