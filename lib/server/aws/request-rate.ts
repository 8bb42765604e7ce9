import "server-only";

/** Requests a second a target starts with. */
const FIRST_PER_SECOND = 4;
const SLOWEST_PER_SECOND = 0.5;
/** Without a ceiling, no account is believed to serve more. */
const FASTEST_PER_SECOND = 200;
/** Requests that may go out at once after a pause. */
const FIRST_BURST = 10;
/** Answers after which the burst may be one larger again. */
const ANSWERS_PER_BURST = 500;
/** What is left of the rate after a throttle that came too soon to tell what AWS serves. */
const CUT = 0.7;
/** Share of what AWS serves that is asked for after a throttle told it. */
const BELOW = 0.95;
/** At most so much more than what was served is believed to have been there. */
const MOST_SPILT = 1.04;
/** Beyond the peak by this factor, AWS must serve more than it did. */
const MOST_BEYOND = 1.6;
/** A rate below what AWS served by this factor comes of a storm of throttles. */
const STORM = 8;
/** After so many answers a throttle is no longer one of the storm. */
const SERVED_AGAIN = 3;
/** A rate of which less was used in the last second does not grow: while it doubles, it is used by more than that. */
const LEAST_USED = 0.3;
/** Share of the rate at which a target is asked again that did not work. */
const AFTER_OUTAGE = 1 / 8;
/** Answers until the rate is back where AWS throttled it: when that was measured, and when it was not. */
const ANSWERS_TO_PEAK = { measured: 400, guessed: 60 };
/** What was served between two throttles tells the rate AWS serves, when that was long and much enough. */
const MEASURED = { atLeastMs: 2000, answers: 12 };

/** How fast a target may be asked, and what was learned of how fast it answers. Times are monotonic milliseconds. */
export interface RequestRate {
  perSecond: number;
  /** Requests that may go out at once after a pause. */
  burst: number;
  ceiling: number;
  /** The rate at which AWS throttled; null before it ever did. */
  peak: number | null;
  /** What AWS served when that was measured last; a storm of throttles does not change it. */
  known: number | null;
  /** Rate right after the last cut, answers since then, and how many of them lead back to the peak. */
  cutTo: number;
  answersSinceCut: number;
  answersToPeak: number;
  /** Since AWS's bucket was empty last: what was answered, and whether as much was sent as was allowed all the time. */
  emptyAtMs: number;
  answersSinceEmpty: number;
  usedAll: boolean;
  /** Requests sent before are part of the throttle that was answered with a cut. */
  cutAtMs: number;
  grownAtMs: number;
  answersSinceBurst: number;
  /** Answers of the second that runs, since when, and how many a second there were in the one before. */
  secondFromMs: number;
  answersThisSecond: number;
  answeredPerSecond: number;
}

/** `waited`: the request had to wait for its turn, so that more would have been sent at a higher rate. */
export interface RateEvent {
  kind: "answered" | "throttled";
  atMs: number;
  sentAtMs: number;
  waited: boolean;
}

/**
 * @param ceiling requests a second that are never exceeded
 * @param first requests a second to start with
 */
export function firstRate(
  atMs: number,
  ceiling: number = FASTEST_PER_SECOND,
  first: number = FIRST_PER_SECOND,
): RequestRate {
  return {
    perSecond: Math.min(first, ceiling),
    burst: Math.max(1, Math.min(FIRST_BURST, ceiling)),
    ceiling,
    peak: null,
    known: null,
    cutTo: first,
    answersSinceCut: 0,
    answersToPeak: ANSWERS_TO_PEAK.guessed,
    emptyAtMs: atMs,
    answersSinceEmpty: 0,
    usedAll: false,
    cutAtMs: Number.NEGATIVE_INFINITY,
    grownAtMs: atMs,
    answersSinceBurst: 0,
    secondFromMs: atMs,
    answersThisSecond: 0,
    answeredPerSecond: Number.POSITIVE_INFINITY,
  };
}

/**
 * The rate after an answer or a throttle. It doubles each second until the first throttle. A throttle means that AWS's
 * bucket is empty, so what was served between two of them is what AWS serves: the rate goes a little below that, comes
 * back to it slowly, and faster again beyond. A throttle too soon after another cuts the rate.
 */
export function afterEvent(rate: RequestRate, event: RateEvent): RequestRate {
  return event.kind === "answered" ? afterAnswer(rate, event) : afterThrottle(rate, event);
}

/**
 * The rate at which a target is asked again after it did not work, from where it grows as it did before: what it serves while
 * it comes back, and everybody with it, need not be what it served.
 */
export function afterOutage(rate: RequestRate, atMs: number): RequestRate {
  const slow = Math.max(rate.perSecond * AFTER_OUTAGE, FIRST_PER_SECOND);
  const perSecond = Math.min(rate.perSecond, slow);
  return { ...rate, ...cutPoint(perSecond), cutAtMs: atMs, grownAtMs: atMs, usedAll: false };
}

function afterAnswer(rate: RequestRate, { atMs, waited }: RateEvent): RequestRate {
  const answered = {
    ...withLargerBurst(rate),
    ...withSecond(rate, atMs),
    answersSinceEmpty: rate.answersSinceEmpty + 1,
    usedAll: rate.usedAll && waited,
    grownAtMs: atMs,
  };
  // What is not used up tells nothing about more, also when it is our own machine that does not keep up.
  if (!waited || answered.answeredPerSecond < rate.perSecond * LEAST_USED) return answered;
  const doubled = rate.perSecond * 2 ** (Math.min(1000, atMs - rate.grownAtMs) / 1000);
  if (rate.peak === null) return { ...answered, perSecond: Math.min(rate.ceiling, doubled) };
  if (isAfterStorm(rate)) {
    const perSecond = Math.min(rate.ceiling, doubled);
    const answersSinceCut = rate.answersSinceCut + 1;
    const peak = rate.known ?? perSecond;
    return { ...answered, usedAll: false, perSecond, cutTo: perSecond, answersSinceCut, peak };
  }
  const answersSinceCut = rate.answersSinceCut + 1;
  const perSecond = Math.min(
    rate.ceiling,
    climbed(rate.peak, rate.cutTo, answersSinceCut / rate.answersToPeak),
  );
  // A rate that has changed much in between has no mean that tells anything.
  const usedAll = answered.usedAll && perSecond < rate.peak * MOST_BEYOND;
  return { ...answered, answersSinceCut, usedAll, perSecond: Math.max(perSecond, rate.perSecond) };
}

function afterThrottle(rate: RequestRate, { atMs, sentAtMs, waited }: RateEvent): RequestRate {
  if (!waited && rate.burst > 1) return { ...rate, burst: Math.max(1, rate.burst / 2), answersSinceBurst: 0 };
  if (sentAtMs < rate.cutAtMs) return rate;
  const cut = { ...rate, cutAtMs: atMs, answersSinceBurst: 0 };
  const lastedMs = atMs - rate.emptyAtMs;
  const mean = (rate.answersSinceEmpty / lastedMs) * 1000;
  const isMeasured =
    rate.usedAll && lastedMs >= MEASURED.atLeastMs && rate.answersSinceEmpty >= MEASURED.answers;
  // Throttled far below what was served on the way: something else than the bucket's size has changed.
  if (isMeasured && mean <= rate.perSecond * MOST_BEYOND) {
    const served = Math.min(rate.perSecond, mean);
    // A bucket that holds next to nothing spilled some of it while less was sent: then it lies nearer to the present rate.
    const peak = Math.min(served * MOST_SPILT, (served + rate.perSecond) / 2);
    return {
      ...cut,
      ...cutPoint(atLeastSlowest(rate, served * BELOW)),
      peak,
      known: served,
      answersToPeak: ANSWERS_TO_PEAK.measured,
      ...emptyAt(atMs),
    };
  }
  const perSecond = atLeastSlowest(rate, rate.perSecond * CUT);
  return {
    ...cut,
    ...cutPoint(perSecond),
    peak: perSecond / CUT,
    known: isAfterStorm(rate) && rate.answersSinceCut >= SERVED_AGAIN ? rate.perSecond : rate.known,
    answersToPeak: ANSWERS_TO_PEAK.guessed,
    // In a storm hardly anything is served: that is not the rate AWS serves when it is over.
    ...(rate.usedAll && lastedMs < MEASURED.atLeastMs ? {} : emptyAt(atMs)),
  };
}

/** So far below what AWS served before, there is nothing to feel for. */
function isAfterStorm({ perSecond, known }: RequestRate): boolean {
  return known !== null && perSecond < known / STORM;
}

/** Where a rate starts its way back. */
function cutPoint(perSecond: number) {
  return { perSecond, cutTo: perSecond, answersSinceCut: 0 };
}

function emptyAt(atMs: number) {
  return { emptyAtMs: atMs, answersSinceEmpty: 0, usedAll: true };
}

/** Steep at first, flat around the peak, steep again beyond. */
function climbed(peak: number, cutTo: number, progress: number): number {
  const beyond = progress - 1;
  return peak + (peak - cutTo) * (beyond > 0 ? 2 * beyond : beyond) ** 3;
}

function atLeastSlowest({ ceiling }: RequestRate, perSecond: number): number {
  return Math.max(Math.min(SLOWEST_PER_SECOND, ceiling), perSecond);
}

function withSecond(rate: RequestRate, atMs: number) {
  const answersThisSecond = rate.answersThisSecond + 1;
  const lastedMs = atMs - rate.secondFromMs;
  if (lastedMs < 1000) return { answersThisSecond };
  return {
    secondFromMs: atMs,
    answersThisSecond: 0,
    answeredPerSecond: (answersThisSecond / lastedMs) * 1000,
  };
}

function withLargerBurst(rate: RequestRate): RequestRate {
  const answersSinceBurst = rate.answersSinceBurst + 1;
  if (answersSinceBurst < ANSWERS_PER_BURST) return { ...rate, answersSinceBurst };
  return {
    ...rate,
    burst: Math.max(1, Math.min(FIRST_BURST, rate.ceiling, rate.burst + 1)),
    answersSinceBurst: 0,
  };
}
