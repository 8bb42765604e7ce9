import "server-only";
import { afterEvent, firstRate, type RequestRate } from "../aws/request-rate";

/** A token bucket whose size nobody is told, on the far side of a network. */
export interface FarBucket {
  /** Tokens a second, at a time. */
  perSecond: (atMs: number) => number;
  burst: number;
  /** From sending to the answer. */
  latencyMs: number;
}

/** What came of one request. */
export interface Sent {
  atMs: number;
  throttled: boolean;
  /** The rate it was sent at. */
  perSecond: number;
}

/**
 * Sends as fast as the rate allows for so long, everything anew that was throttled, in a time of its own.
 *
 * @param wants whether there is something to send at a time; always, unless given
 */
export function sendTo(
  bucket: FarBucket,
  forMs: number,
  { ceiling, wants = () => true }: { ceiling?: number; wants?: (atMs: number) => boolean } = {},
): { sent: Sent[]; rate: RequestRate } {
  let rate = firstRate(0, ceiling);
  let tokens = bucket.burst;
  let filledAtMs = 0;
  const sent: Sent[] = [];
  const answers: Array<{ atMs: number; sentAtMs: number; throttled: boolean }> = [];
  let nextMs = 0;
  const hear = (untilMs: number) => {
    while (answers[0] && answers[0].atMs <= untilMs) {
      const { atMs, sentAtMs, throttled } = answers[0];
      answers.shift();
      rate = afterEvent(rate, { kind: throttled ? "throttled" : "answered", atMs, sentAtMs, waited: true });
      if (throttled) nextMs = Math.max(nextMs, atMs + 1000 / rate.perSecond);
    }
  };
  for (let atMs = 0; atMs < forMs; atMs = nextMs) {
    hear(atMs);
    if (nextMs > atMs) continue;
    if (wants(atMs)) {
      const per = bucket.perSecond(atMs);
      tokens = Math.min(bucket.burst, tokens + ((atMs - filledAtMs) / 1000) * per);
      filledAtMs = atMs;
      const throttled = tokens < 1;
      if (!throttled) tokens -= 1;
      sent.push({ atMs, throttled, perSecond: rate.perSecond });
      answers.push({ atMs: atMs + bucket.latencyMs, sentAtMs: atMs, throttled });
    }
    nextMs = atMs + 1000 / rate.perSecond;
  }
  return { sent, rate };
}
