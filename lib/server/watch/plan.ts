import "server-only";
import { ageOf } from "./age-of";
import { OrderedNames } from "./ordered-names";
import type { ReadAt } from "./read-at";

/** How old data may get before it is read again, milliseconds. */
export const LIMIT_MS = {
  /** A pipeline that runs, waits, or is being looked at, while somebody is there to see it. */
  hot: 3000,
  rest: 15_000,
  list: 30_000,
} as const;

/** A pipeline counts as looked at this long after its page was asked for. */
const LOOK_MS = 15_000;
/** One turn in so many goes to what has been due longest, whatever else is there to do. */
const FAIR_TURN = 8;

/** The moment on both clocks: epoch milliseconds as shown to people, and monotonic. */
export interface PlanAt {
  nowMs: number;
  mono: number;
}

export interface PlanLimits {
  hotMs: number;
  restMs: number;
  /** What rests is read so far apart from halfway on, lest all of it be due at once; 0 where that is few. */
  restApartMs: number;
  /** What rests and is due is read so far apart; 0 at once. */
  dueApartMs: number;
}

export type Turn = { kind: "list" } | { kind: "pipeline"; name: string } | { kind: "wait"; waitMs: number };

/** A try that failed, and by more than a throttle. */
interface Failed {
  at: ReadAt;
  /** AWS says no, and will go on saying so. */
  denied: boolean;
}

interface Entry {
  readAt: ReadAt | null;
  /** Something of it runs or waits. */
  running: boolean;
  /** Only glanced at in a first sweep. */
  shallow: boolean;
  /** Left alone until then after a failure, monotonic. */
  heldUntilMono: number;
  /** The last try, when that failed by its own fault. */
  failed: Failed | null;
  /** Order of the hint that has not been followed yet. */
  hinted: number | null;
  /** The hint that the read under way follows. */
  following: number | null;
  /** Reads of it that have begun and not ended. */
  underWay: number;
  /** Order in which it became known. */
  order: number;
}

/**
 * What to read next of one target. Knows no clock: time comes in. A turn costs a few steps however many pipelines
 * there are, since each lies in one queue, ordered by what decides about it.
 */
export class Plan {
  readonly #entries = new Map<string, Entry>();
  readonly #queues = {
    held: new OrderedNames(),
    wanted: new OrderedNames(),
    never: new OrderedNames(),
    hinted: new OrderedNames(),
    hot: new OrderedNames(),
    shallow: new OrderedNames(),
    rest: new OrderedNames(),
  };
  readonly #looks = new Map<string, number>();
  #order = 0;
  #turns = 0;
  #restedMono = Number.NEGATIVE_INFINITY;

  /** Pipelines that were never read. */
  get neverRead(): number {
    return this.#queues.never.size + this.#queues.wanted.size;
  }

  /** A pipeline there is; `facts` of its last read, if it was read. */
  know(name: string, facts: { readAt: ReadAt | null; running: boolean; shallow: boolean }): void {
    this.#order += 1;
    const known = this.#entries.get(name);
    const fresh = {
      heldUntilMono: 0,
      failed: null,
      hinted: null,
      following: null,
      underWay: 0,
      order: this.#order,
    };
    this.#entries.set(name, { ...(known ?? fresh), ...facts });
    this.#place(name);
  }

  forget(name: string): void {
    this.#entries.delete(name);
    this.#looks.delete(name);
    for (const queue of Object.values(this.#queues)) queue.delete(name);
  }

  /** Somebody looks at its page. */
  look(name: string, mono: number): void {
    this.#looks.delete(name);
    this.#looks.set(name, mono);
    this.#place(name);
  }

  isLookedAt(name: string, mono: number): boolean {
    return mono - (this.#looks.get(name) ?? Number.NEGATIVE_INFINITY) < LOOK_MS;
  }

  /** An event says that something of it happened. False when there is no such pipeline. */
  hint(name: string): boolean {
    const entry = this.#entries.get(name);
    if (!entry) return false;
    this.#order += 1;
    entry.hinted ??= this.#order;
    this.#place(name);
    return true;
  }

  /** A read of it begins: it is in no queue until that has ended. */
  begin(name: string): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    entry.underWay += 1;
    entry.following ??= entry.hinted;
    entry.hinted = null;
    this.#place(name);
  }

  /** The read ended well. */
  took(name: string, facts: { readAt: ReadAt; running: boolean; shallow: boolean }): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    const underWay = Math.max(0, entry.underWay - 1);
    const following = underWay > 0 ? entry.following : null;
    Object.assign(entry, facts, { underWay, following, heldUntilMono: 0, failed: null });
    this.#place(name);
  }

  /** The read was throttled, which says nothing of the pipeline: it is due as before. */
  throttled(name: string): void {
    const entry = this.#entries.get(name);
    if (entry) Object.assign(entry, unread(entry));
    this.#place(name);
  }

  /** The read failed; it is left alone until then, monotonic. */
  failed(name: string, heldUntilMono: number, failed: Failed): void {
    const entry = this.#entries.get(name);
    if (!entry) return;
    Object.assign(entry, unread(entry), { heldUntilMono, failed });
    this.#place(name);
  }

  /** It need not be left alone any longer; what was denied may no longer be. */
  release(name: string): void {
    const entry = this.#entries.get(name);
    if (entry) {
      entry.heldUntilMono = 0;
      entry.failed = entry.failed && { ...entry.failed, denied: false };
    }
    this.#place(name);
  }

  /**
   * What comes next: the list when it is due; what was never read, what is looked at first; what an event spoke of; what
   * is hot and due; what was only glanced at, or never read because that failed; the oldest that is due, or in a large
   * target will be and has its turn, among which is what is denied. One turn in eight goes to what has been due longest. Otherwise how long nothing will be due.
   */
  next(at: PlanAt, list: { ageMs: number | null; held: boolean }, limits: PlanLimits): Turn {
    this.#letGo(at.mono);
    const listDueMs = list.ageMs === null ? 0 : LIMIT_MS.list - list.ageMs;
    if (!list.held && listDueMs <= 0) return { kind: "list" };
    const { wanted, never, hinted, hot, shallow, rest, held } = this.#queues;
    const hotDueMs = this.#dueMs(hot, limits.hotMs, at);
    const restDueMs = this.#restDueMs(limits, at);
    const queue = [
      (this.#turns + 1) % FAIR_TURN === 0 ? this.#longestDue(limits, at) : undefined,
      wanted,
      never,
      hinted,
      hotDueMs <= 0 ? hot : undefined,
      shallow,
      restDueMs <= 0 ? rest : undefined,
    ].find((candidate) => candidate !== undefined && candidate.size > 0);
    const first = queue?.first();
    if (first) {
      this.#turns += 1;
      if (queue === rest) this.#restedMono = at.mono;
      return { kind: "pipeline", name: first.name };
    }
    const heldMs = (held.first()?.key ?? Number.POSITIVE_INFINITY) - at.mono;
    const waitMs = Math.min(list.held ? LIMIT_MS.list : listDueMs, hotDueMs, restDueMs, heldMs);
    return { kind: "wait", waitMs };
  }

  /**
   * The queue whose first has been due longest; undefined when none is. A hint makes nobody due later than rest would;
   * what was only glanced at is due once everything was.
   */
  #longestDue({ hotMs, restMs }: PlanLimits, at: PlanAt): OrderedNames | undefined {
    const { never, hinted, hot, shallow, rest } = this.#queues;
    const due = [
      { queue: hot, dueMs: this.#dueMs(hot, hotMs, at) },
      { queue: rest, dueMs: this.#dueMs(rest, restMs, at) },
      { queue: hinted, dueMs: this.#dueMs(hinted, restMs, at) },
      { queue: shallow, dueMs: never.size > 0 ? Number.POSITIVE_INFINITY : this.#dueMs(shallow, 0, at) },
    ].reduce((longest, one) => (one.dueMs < longest.dueMs ? one : longest));
    return due.dueMs <= 0 ? due.queue : undefined;
  }

  #restDueMs({ restMs, restApartMs, dueApartMs }: PlanLimits, at: PlanAt): number {
    const { rest } = this.#queues;
    const sinceMs = at.mono - this.#restedMono;
    const dueMs = Math.max(this.#dueMs(rest, restMs, at), dueApartMs - sinceMs);
    if (restApartMs === 0) return dueMs;
    return Math.min(dueMs, Math.max(this.#dueMs(rest, restMs / 2, at), restApartMs - sinceMs));
  }

  #dueMs(queue: OrderedNames, limitMs: number, at: PlanAt): number {
    const first = queue.first();
    const entry = first && this.#entries.get(first.name);
    const from = entry && dueFrom(entry);
    return from ? limitMs - ageOf(from, at) : Number.POSITIVE_INFINITY;
  }

  /** Looks that are over, and holds. */
  #letGo(mono: number): void {
    for (const [name, lookedMono] of this.#looks) {
      if (mono - lookedMono < LOOK_MS) break;
      this.#looks.delete(name);
      this.#place(name);
    }
    const { held } = this.#queues;
    for (let first = held.first(); first && first.key <= mono; first = held.first()) {
      const entry = this.#entries.get(first.name);
      if (entry) entry.heldUntilMono = 0;
      this.#place(first.name);
    }
  }

  #place(name: string): void {
    const entry = this.#entries.get(name);
    const place = entry && entry.underWay === 0 ? placeOf(entry, this.#looks.has(name)) : undefined;
    for (const [kind, queue] of Object.entries(this.#queues)) {
      if (kind === place?.queue) queue.set(name, place.key);
      else queue.delete(name);
    }
  }
}

/** After a read that told nothing: the hint that it followed is yet to be followed, by the next read if that has begun. */
function unread({ underWay, hinted, following }: Entry): Pick<Entry, "underWay" | "hinted" | "following"> {
  if (underWay > 1) return { underWay: underWay - 1, hinted, following };
  return { underWay: 0, hinted: following ?? hinted, following: null };
}

/**
 * What its age counts from; null when it was never tried. What is denied was as good as read when it was last tried, since
 * it would otherwise always be the oldest.
 */
function dueFrom({ readAt, failed }: Entry): ReadAt | null {
  return failed?.denied ? failed.at : (readAt ?? failed?.at ?? null);
}

function placeOf(entry: Entry, lookedAt: boolean): { queue: string; key: number } {
  const { readAt, failed, heldUntilMono, hinted, order, running, shallow } = entry;
  if (heldUntilMono > 0) return { queue: "held", key: heldUntilMono };
  const from = dueFrom(entry);
  if (from === null) return { queue: lookedAt ? "wanted" : "never", key: order };
  if (hinted !== null) return { queue: "hinted", key: hinted };
  if (running || lookedAt) return { queue: "hot", key: from.mono };
  const lacksMuch = (shallow || readAt === null) && !failed?.denied;
  return { queue: lacksMuch ? "shallow" : "rest", key: from.mono };
}
