import "server-only";
import { monotonic } from "../clock";
import { requestsPerSecond } from "../config/environment";
import { ApiError } from "../errors";

/** What is counted, each by itself. */
export type Counted = "reads" | "presses" | "sign-ins" | "returns";

/** What may be asked at once: so many seconds' worth. A page that opens asks for much, and a hand may press quickly for once. */
const BURST_SECONDS: Record<Counted, number> = {
  reads: 10,
  presses: 20,
  "sign-ins": 20,
  returns: 5,
};
/** Sign-ins that begin, of everybody together, since nobody is known yet; and returns from the provider of one that began. */
const SIGN_INS_PER_SECOND = { "sign-ins": 10, returns: 1 };

const MOST_KEPT = 10_000;

interface Bucket {
  tokens: number;
  filledAtMono: number;
}

declare global {
  var pipedeckBuckets: Map<string, Bucket> | undefined;
}

/**
 * Counts one request of somebody. Throws `request.too-many` with when to come back. Each server counts for
 * itself.
 */
export function countRequest(what: Counted, who: string): void {
  const perSecond =
    what === "reads" || what === "presses" ? requestsPerSecond(what) : SIGN_INS_PER_SECOND[what];
  const burst = Math.max(1, BURST_SECONDS[what] * perSecond);
  globalThis.pipedeckBuckets ??= new Map();
  const buckets = globalThis.pipedeckBuckets;
  const key = `${what} ${who}`;
  const now = monotonic();
  const bucket = buckets.get(key) ?? { tokens: burst, filledAtMono: now };
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAtMono) / 1000) * perSecond);
  bucket.filledAtMono = now;
  buckets.delete(key);
  buckets.set(key, bucket);
  // Whoever asked longest ago has a full bucket again, or nearly.
  const [oldest] = buckets.keys();
  if (buckets.size > MOST_KEPT && oldest !== undefined) buckets.delete(oldest);
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return;
  }
  const retryAfterSeconds = Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
  throw new ApiError(
    "request.too-many",
    `Too many ${what}: ${burst} at once and ${perSecond} a second are taken. Try again in ${retryAfterSeconds} s.`,
    { retryAfterSeconds },
  );
}
