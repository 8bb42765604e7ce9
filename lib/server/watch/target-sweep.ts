import "server-only";
import { budgetOf } from "../aws/request-budget";
import { withUrgency } from "../aws/urgency";
import { isBusy } from "../busy";
import { monotonic, now } from "../clock";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { listPipelines } from "../codepipeline/list-pipelines";
import { failureOf, targetBreaker } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { random } from "../random";
import { ageOf } from "./age-of";
import { DeniedAlone } from "./denied-alone";
import { EventTrust } from "./event-trust";
import { Lanes, lanesWanted } from "./lanes";
import { movesOf } from "./moves-of";
import { nameFilter } from "./name-filter";
import { isRunning, type PipelineRecord } from "./pipeline-record";
import { LIMIT_MS, Plan, type PlanAt } from "./plan";
import type { ReadAt } from "./read-at";
import { type Depth, readPipeline } from "./read-pipeline";
import { restLimitMs, restLimits } from "./rest-limits";
import { Signal } from "./signal";
import type { TargetRecords } from "./target-records";
import { TargetTrouble } from "./target-trouble";
import { isHeld, type Trouble, worsened } from "./trouble";

/** Why a read failed; undefined when it did not. */
type Reading = Promise<AwsFailure | undefined>;
/** A target with more pipelines is glanced at first, so that its overview is there in half the time. */
const GLANCE_ABOVE = 100;

/**
 * Reads one target: what the plan says while it runs, and what somebody asks for at any time; inside the request budget,
 * one read at a time for each pipeline however many ask for it. What it learns goes into the records.
 */
export class TargetSweep {
  readonly trouble: TargetTrouble;
  /** Notified whenever a read has ended. */
  readonly changed = new Signal();
  listReadAt: ReadAt | null = null;
  listTrouble: Trouble | null = null;
  readonly #trust = new EventTrust();
  #plan = new Plan();
  #listWanted = false;
  readonly #isMine: (name: string) => boolean;
  readonly #reading = new Map<string, { depth: Depth; done: Reading }>();
  #denied = new DeniedAlone();
  readonly #lanes: Lanes;
  #listing: Promise<void> | null = null;
  #throttle: AwsFailure | undefined;
  #running = false;
  #busy = 0;

  /**
   * @param isWatched whether somebody is there to see changes: then what moves is read more often
   * @param queueAnsweredMono when the event queue last answered, on the monotonic clock
   */
  constructor(
    private readonly target: TargetConfig,
    private readonly records: TargetRecords,
    private readonly isWatched: () => boolean,
    private readonly queueAnsweredMono: () => number,
  ) {
    this.trouble = new TargetTrouble(targetBreaker(target));
    this.#isMine = nameFilter(target.include, target.exclude);
    this.#lanes = new Lanes({
      most: () => lanesWanted(budgetOf(this.target).perSecond(), isBusy()),
      wanted: () => this.#running,
      turn: () => withUrgency("watch", () => this.#turn()),
      pause: (waitMs) => this.changed.wait(Math.min(1000, Math.max(50, waitMs))),
    });
  }

  get isRunning(): boolean {
    return this.#running;
  }

  /** How old a pipeline at rest may get, milliseconds. */
  get restMs(): number {
    return restLimitMs(this.records.size, this.eventsReliable());
  }

  /** Whether events say reliably what to read. */
  eventsReliable(): boolean {
    return this.#trust.isReliable(monotonic(), this.queueAnsweredMono());
  }

  /** Reads by the plan from now on, beginning with the list; what the records know already is not read anew before it is due. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#plan = new Plan();
    this.#denied = new DeniedAlone();
    for (const record of this.records.all())
      this.#plan.know(record.name, {
        readAt: record.readAt,
        running: isRunning(record),
        shallow: record.depth === null,
      });
    this.#lanes.start();
  }

  /** Reads nothing more by itself; resolves when the reads under way have ended. What they find is not taken. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#plan = new Plan();
    this.#reading.clear();
    this.#listing = null;
    this.changed.notify();
    while (this.#busy > 0) await this.changed.wait(1000);
  }

  isMine(name: string): boolean {
    return this.#isMine(name);
  }

  /** Somebody looks at the page of a pipeline. */
  look(name: string): void {
    this.#plan.look(name, monotonic());
  }

  /** Something may have happened to a pipeline: it is read next. One that is not known has the list read. */
  hint(name: string): void {
    if (!this.#isMine(name)) return;
    this.#trust.event(name, monotonic());
    if (!this.#plan.hint(name)) this.#listWanted = true;
    this.changed.notify();
    // Reads under way, which may take long, are not waited for.
    if (this.#running) this.#lanes.start();
  }

  /** Reads the list; whoever asks meanwhile gets the same read. */
  readList(): Promise<void> {
    if (this.#listing !== null) return this.#listing;
    const listing = this.#whileBusy(() => this.#readList(this.#plan)).finally(() => {
      if (this.#listing === listing) this.#listing = null;
    });
    this.#listing = listing;
    return listing;
  }

  /** One read at a time a pipeline: whoever asks meanwhile gets the one under way, or the next if that lacks depth. */
  read(name: string, depth: Depth): Reading {
    const underWay = this.#reading.get(name);
    if (underWay && (underWay.depth === "full" || depth !== "full")) return underWay.done;
    const plan = this.#plan;
    plan.begin(name);
    const work = this.#whileBusy(async () => {
      await underWay?.done;
      return this.#readOnce(name, depth, plan);
    });
    const reading = {
      depth,
      done: work.finally(() => {
        if (this.#reading.get(name) === reading) this.#reading.delete(name);
      }),
    };
    this.#reading.set(name, reading);
    return reading.done;
  }

  /** The throttle that was last, when nothing was answered since. */
  get lastThrottle(): AwsFailure | undefined {
    return this.#throttle;
  }

  isReading(name: string): boolean {
    return this.#reading.has(name);
  }

  /** Whether the target or this one thing is left alone for a while after a failure. */
  isHeldBack(trouble: Trouble | null): boolean {
    return this.trouble.holdMs(monotonic()) > 0 || isHeld(trouble, monotonic());
  }

  /** In trouble one read at a time tries whether it is over. */
  #turn(): Promise<unknown> | number {
    const holdMs = this.trouble.holdMs(monotonic());
    if (holdMs > 0) return holdMs;
    if (this.trouble.current && this.#busy > 0) return 1000;
    const at = this.#at();
    const list = {
      ageMs: this.#listAgeMs(at),
      held: this.#listing !== null || isHeld(this.listTrouble, at.mono),
    };
    const hotMs = this.isWatched() ? LIMIT_MS.hot : LIMIT_MS.rest;
    const turn = this.#plan.next(at, list, {
      hotMs,
      ...restLimits(this.records.size, this.restMs, isBusy()),
    });
    if (turn.kind === "wait") return turn.waitMs;
    return turn.kind === "list" ? this.readList() : this.read(turn.name, this.#depthOf(turn.name, at.mono));
  }

  /** Null when the list is to be read: it never was, or there may be a pipeline it does not have yet. */
  #listAgeMs(at: PlanAt): number | null {
    const ageMs = this.listReadAt === null ? null : ageOf(this.listReadAt, at);
    return this.#listWanted && ageMs !== null && ageMs >= LIMIT_MS.hot ? null : ageMs;
  }

  #depthOf(name: string, mono: number): Depth {
    if (this.#plan.isLookedAt(name, mono)) return "full";
    const isNew = this.records.get(name)?.readAt === null;
    return isNew && this.records.size > GLANCE_ABOVE ? "glance" : "row";
  }

  /** @param plan by which it is read: once there is another, another process may have counted on, and nothing is taken */
  async #readList(plan: Plan): Promise<void> {
    try {
      this.#listWanted = false;
      const listed = await listPipelines(this.target);
      if (plan !== this.#plan) return;
      const { added, removed } = this.records.merge(listed, this.#isMine);
      for (const name of removed) this.#forget(name);
      for (const name of added) this.#plan.know(name, { readAt: null, running: false, shallow: true });
      this.listReadAt = { ms: now(), mono: monotonic() };
      this.listTrouble = null;
      this.#succeeded();
    } catch (error) {
      if (plan !== this.#plan) return;
      const failure = failureOf(error);
      this.listTrouble = worsened(this.listTrouble, failure, this.#at());
      this.trouble.failed(failure, true, this.#at());
    }
  }

  async #readOnce(name: string, depth: Depth, plan: Plan): Reading {
    const record = this.records.get(name);
    if (!record || plan !== this.#plan) return undefined;
    try {
      const reading = await readPipeline(this.target, name, record.listed, record.kept, depth);
      if (plan !== this.#plan) return undefined;
      const readAt = { ms: now(), mono: monotonic() };
      if (record.state && movesOf(record.state) !== movesOf(reading.state))
        this.#trust.changeFound(name, readAt.mono);
      this.records.took(name, reading, readAt);
      this.#plan.took(name, { readAt, running: isRunning(record), shallow: reading.depth === null });
      this.#succeeded();
      for (const other of this.#denied.succeeded(name)) this.#tryAgain(other);
      return undefined;
    } catch (error) {
      if (plan !== this.#plan) return undefined;
      const failure = failureOf(error);
      if (failure.kind === "not-found") {
        this.records.remove(name);
        this.#forget(name);
        return failure;
      }
      if (failure.kind === "throttled") {
        this.#throttle = failure;
        this.#plan.throttled(name);
      } else this.#failedAlone(record, failure);
      this.trouble.failed(failure, false, this.#at());
      return failure;
    }
  }

  #failedAlone(record: PipelineRecord, failure: AwsFailure): void {
    const at = this.#at();
    const denied = this.#denied.failed(record.name, failure);
    const trouble = worsened(record.trouble, failure, at, denied ? this.#denied.waitMs : undefined);
    this.records.failed(record.name, trouble);
    this.#plan.failed(record.name, trouble.nextTryMono, { at: { ms: at.nowMs, mono: at.mono }, denied });
  }

  #tryAgain(name: string): void {
    const trouble = this.records.get(name)?.trouble;
    if (trouble) trouble.nextTryMono = monotonic();
    this.#plan.release(name);
  }

  #forget(name: string): void {
    this.#plan.forget(name);
    this.#denied.forget(name);
  }

  async #whileBusy<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
      this.changed.notify();
    }
  }

  /** What failed along with the target need not wait any longer than it. */
  #succeeded(): void {
    this.#throttle = undefined;
    if (!this.trouble.succeeded()) return;
    for (const { name, trouble } of this.records.all())
      if (trouble !== null && trouble.failure.kind !== "denied") this.#tryAgain(name);
  }

  #at() {
    return { nowMs: now(), mono: monotonic(), random: random() };
  }
}
