import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { ReceiptAction } from "@/lib/domain/receipt-transitions";
import { writeDeadlineMs } from "../aws/clients";
import type { Urgency } from "../aws/urgency";
import { now, nowInstant } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { log } from "../log";
import { type OpenReceipt, rivalOf, unansweredOn } from "../store/open-receipts";
import { stepReceipt } from "../store/receipt-steps";
import type { Effect } from "./effects/effect";
import { effectOf } from "./effects/effect-of";
import { effectReader } from "./effects/effect-reader";
import { isLeftBehind, settleLeft } from "./left-behind";

/**
 * AWS takes a signed request while its time is within 15 minutes of AWS's own, before or after (Signature Version 4;
 * the documentation of IAM says five for most services, S3 and the services' own messages say fifteen). One that could
 * be taken when it was sent is therefore dead twice that later, however wrong our clock was.
 */
const SIGNATURE_LIVES_MS = 2 * 15 * 60_000;

/** The deadline of any target: `timeoutMs` is a minute at most. */
const LONGEST_DEADLINE_MS = 3 * 60_000;

/**
 * How long after `sent` a press may still act at a target, milliseconds: it is signed before our deadline for it. Of a
 * target that is no longer configured, as long as it could at any.
 */
export function mayActForMs(target: TargetConfig | undefined): number {
  return SIGNATURE_LIVES_MS + (target === undefined ? LONGEST_DEADLINE_MS : writeDeadlineMs(target));
}

/**
 * Reads AWS for what came of one press, and writes it down when it is known. Never sends. Without a target, which is when
 * it is no longer configured, nothing is read. True when nothing more will become known. Throws AwsReadError and
 * `store.unavailable`.
 */
export async function settleReceipt(
  target: TargetConfig | undefined,
  open: OpenReceipt,
  urgency: Urgency,
): Promise<boolean> {
  const { receipt } = open;
  const sentMs = Date.parse(receipt.sentAt ?? receipt.recordedAt);
  // Before AWS is read: what is not there then cannot come any more.
  const isDead = now() - sentMs > mayActForMs(target);
  const effect = await effectNow(target, open, { urgency, isDead });
  const action = await actionFor(open, effect, isDead);
  if (!action) return false;
  const stepped = await stepReceipt(receipt.id, action);
  log.info(
    { receiptId: receipt.id, verb: receipt.verb, state: stepped?.state, finding: action.finding },
    "press settled",
  );
  return true;
}

/**
 * Looks what came of earlier presses on the same thing whose answers were lost, or are awaited by nobody any more, before
 * another one changes what they may have done: afterwards it could not be seen. Throws AwsReadError and
 * `store.unavailable`.
 */
export async function settleBefore(target: TargetConfig, precondition: string): Promise<void> {
  for (const open of await unansweredOn(precondition)) {
    if (open.receipt.state === "sent") {
      if (!(await isLeftBehind(open))) continue;
      await settleLeft(open);
    }
    await settleReceipt(target, open, "press");
  }
}

/** What AWS shows. Of a press that cannot act any more, what AWS will not show to us again cannot be told. */
async function effectNow(
  target: TargetConfig | undefined,
  open: OpenReceipt,
  { urgency, isDead }: { urgency: Urgency; isDead: boolean },
): Promise<Effect> {
  const { receipt } = open;
  if (target === undefined)
    return {
      kind: "cannot-tell",
      why: `${receipt.target} is no longer configured, so AWS is not read there.`,
    };
  try {
    return await effectOf(open, effectReader(target, receipt.pipeline, urgency));
  } catch (error) {
    const why = isDead && error instanceof AwsReadError ? neverAgain(error) : undefined;
    if (why === undefined) throw error;
    return { kind: "cannot-tell", why };
  }
}

/** Failures that are no matter of waiting. */
function neverAgain({ operation, failure }: AwsReadError): string | undefined {
  if (failure.kind === "not-found") return "AWS no longer has what it was about.";
  return failure.kind === "denied" ? `AWS denies reading what came of it (${operation}).` : undefined;
}

async function actionFor(
  { receipt }: OpenReceipt,
  effect: Effect,
  isDead: boolean,
): Promise<Extract<ReceiptAction, { kind: "confirm" | "rule-out" | "leave-open" }> | undefined> {
  const at = nowInstant();
  if (receipt.state === "accepted") return effect.kind === "seen" ? confirmed(effect, at) : undefined;
  switch (effect.kind) {
    case "seen": {
      const rival = await rivalOf(receipt.id);
      if (rival === undefined) return confirmed(effect, at);
      // As long as it could still act, it may be what acted.
      if (rival === "later" && !isDead) return undefined;
      return { kind: "rule-out", at, finding: `Another press did it. ${effect.finding}` };
    }
    case "overtaken":
      return { kind: "rule-out", at, finding: effect.finding };
    case "not-seen":
      return isDead ? { kind: "rule-out", at, finding: NOTHING } : undefined;
    case "cannot-tell":
      if ((await rivalOf(receipt.id)) === "accepted")
        return { kind: "rule-out", at, finding: `Another press did it. ${effect.why}` };
      return isDead ? { kind: "leave-open", at, finding: effect.why } : undefined;
  }
}

function confirmed({ finding, startedExecutionId }: Extract<Effect, { kind: "seen" }>, at: Instant) {
  return { kind: "confirm" as const, at, finding, startedExecutionId };
}

const NOTHING = "Nothing of it is there, and by now AWS would not take the request any more.";
