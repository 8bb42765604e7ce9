import "server-only";
import { createHash } from "node:crypto";
import type { Place } from "@/lib/domain/permission";
import type { Person } from "@/lib/domain/person";
import type { Receipt, Verb } from "@/lib/domain/receipt";
import { withSigner } from "../aws/signer";
import { now } from "../clock";
import { ApiError } from "../errors";
import { type Refusal, recordReceipt, recordRefused } from "../store/receipt-steps";
import { findReceipt } from "../store/receipts";
import { carryOut, type Ready } from "./carry-out";
import { heldBy } from "./held-by";
import { requireAllowed } from "./require-allowed";
import { requirePressesOn } from "./require-presses-on";
import { requireReason } from "./require-reason";

/** Who presses, and the key that makes the press one press however often it arrives. */
export interface Presser {
  person: Person;
  sessionId: string;
  /** Idempotency-Key, a uuid in lower case; becomes the receipt's id. */
  idempotencyKey: string;
  requestId: string;
}

/** One press of one verb. */
export interface Press {
  verb: Verb;
  target: string;
  pipeline: string;
  stage?: string;
  action?: string;
  executionId?: string;
  reason?: string;
  /** What else the press says, such as the mode of a retry: the same key with other particulars is another press. */
  particulars?: Readonly<Record<string, unknown>>;
  /**
   * What was asked for, where it is named otherwise than what is pressed: the same request again is the same press,
   * whatever has become known meanwhile.
   */
  asked?: Pick<Press, "stage" | "particulars">;
  /** What only one press at a time may change. */
  precondition: string;
  /** Throws a 404 when what the press names certainly does not exist: that is a mistyped path, not a press, and leaves no receipt. */
  exists: () => Promise<void>;
  /** Reads AWS afresh and says whether what the person saw still stands; throws AwsReadError. */
  check: () => Promise<Ready | Refusal>;
  /** Called when the press is over, however it ended: the pipeline is worth a look. */
  afterwards: () => void;
}

declare global {
  /** Presses on their way in this process, by Idempotency-Key. */
  var pipedeckPresses: Map<string, Promise<Receipt | undefined>> | undefined;
}

/**
 * The one shape of every command: permission, then the key (the same press again gets the same receipt), then a
 * receipt row, then a fresh look at AWS, then one attempt, then its outcome in the row.
 *
 * Throws `auth.forbidden`, `presses.off`, `request.invalid` where a reason is required, `request.key-reused`, a 404 of
 * `exists`, and `store.unavailable` when the row cannot be
 * written; in all of these nothing was sent to AWS. Everything later is told by the receipt.
 */
export async function press(by: Presser, what: Press): Promise<Receipt> {
  await requireAllowed(by, what.verb, placeOf(what));
  requirePressesOn(what.target);
  requireReason(what);
  const hash = requestHash(by, what);
  const earlier = await repeated(by.idempotencyKey, hash);
  if (earlier) return earlier;
  await what.exists();
  globalThis.pipedeckPresses ??= new Map();
  const presses = globalThis.pipedeckPresses;
  if (!presses.has(by.idempotencyKey)) {
    const pressed = once(by, what, hash);
    presses.set(by.idempotencyKey, pressed);
    // The map only tells who is on the way; how it ends is for those who wait.
    pressed.catch(() => undefined).finally(() => presses.delete(by.idempotencyKey));
    const receipt = await pressed;
    if (receipt) return receipt;
  }
  const same = await repeated(by.idempotencyKey, hash);
  if (!same)
    throw new ApiError(
      "store.unavailable",
      "The press was not recorded and nothing was sent to AWS. Press again.",
    );
  return same;
}

/** Records and carries out; undefined when another server recorded the same key first. */
async function once(by: Presser, what: Press, requestHash: string): Promise<Receipt | undefined> {
  const row = {
    id: by.idempotencyKey,
    verb: what.verb,
    target: what.target,
    pipeline: what.pipeline,
    stage: what.stage,
    action: what.action,
    executionId: what.executionId,
    precondition: what.precondition,
    person: by.person,
    sessionId: by.sessionId,
    reason: what.reason,
    requestHash,
    recordedAtMs: now(),
  };
  const recorded = await recordReceipt(row);
  if (recorded === "key-taken") return undefined;
  if (recorded === "busy") {
    const refused = await recordRefused(row, await heldBy(by.person.id, what.precondition));
    return refused === "key-taken" ? undefined : refused;
  }
  try {
    const { pipeline, stage, action } = what;
    const signer = { personId: by.person.id, sessionId: by.sessionId, pipeline, stage, action };
    return await withSigner(signer, () => carryOut(recorded, what, by.requestId));
  } finally {
    what.afterwards();
  }
}

/** The receipt this very request made before, waiting for it if it is on the way here. Throws `request.key-reused`. */
async function repeated(idempotencyKey: string, hash: string): Promise<Receipt | undefined> {
  await whileOnItsWay(idempotencyKey);
  let known = await findReceipt(idempotencyKey);
  if (!known) return undefined;
  // The other press may have begun, or ended, while its row was being looked for.
  if (known.receipt.settledAt === undefined) {
    await whileOnItsWay(idempotencyKey);
    known = (await findReceipt(idempotencyKey)) ?? known;
  }
  if (known.requestHash === hash) return known.receipt;
  throw new ApiError(
    "request.key-reused",
    "Another press has this Idempotency-Key already. Every press needs a fresh uuid.",
    {
      errors: [{ field: "header.Idempotency-Key", message: "was used with another request" }],
    },
  );
}

async function whileOnItsWay(idempotencyKey: string): Promise<void> {
  await globalThis.pipedeckPresses?.get(idempotencyKey)?.catch(() => undefined);
}

function placeOf({ target, pipeline, stage }: Press): Place {
  return { target, pipeline, ...(stage === undefined ? {} : { stage }) };
}

function requestHash(by: Presser, what: Press): string {
  const { verb, target, pipeline, action, executionId, reason } = what;
  const { stage, particulars } = what.asked ?? what;
  const parts = [by.person.id, verb, target, pipeline, stage, action, executionId, reason, particulars].map(
    (part) => part ?? null,
  );
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
