import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { monotonic, now } from "../clock";
import { type AwsFailure, classify } from "../codepipeline/aws-failure";
import type { AwsPipeline } from "../codepipeline/get-pipeline";
import { listPipelines } from "../codepipeline/list-pipelines";
import { AwsReadError, notAnsweredYet } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { random } from "../random";
import { Lanes } from "./lanes";
import { nameFilter } from "./name-filter";
import { isHot, mergeList, type PipelineRecord, type ReadAt, rowOf } from "./pipeline-record";
import { LIMIT_MS, type Plan, planNext } from "./plan";
import { type Depth, readPipeline } from "./read-pipeline";
import { Signal } from "./signal";
import { ageOf, isSettled, pipelineFreshness, targetFreshness } from "./snapshot";
import { TargetTrouble } from "./target-trouble";
import { type Trouble, worsened } from "./trouble";

/** Reads go on this long after somebody last asked. */
const INTEREST_MS = 30_000;
/** A pipeline counts as looked at this long after its page was asked for. */
const LOOK_MS = 15_000;
const LANES = 4;
/** How long a reply waits for fresher data when it could be given older data, and when that lacks most of a page. */
const PATIENCE_MS = { full: 1500, row: 4000 };

/** A pipeline as its page wants it. */
export interface WatchedState {
  state: PipelineState;
  freshness: Freshness;
}

/**
 * The shared view of one target: read while somebody asks, inside the target's request budget, one read at a time for
 * each pipeline however many ask for it. Last good data is kept when AWS fails.
 */
export class TargetWatch {
  readonly target: TargetConfig;
  readonly #isMine: (name: string) => boolean;
  #records = new Map<string, PipelineRecord>();
  readonly #changed = new Signal();
  readonly #trouble = new TargetTrouble();
  readonly #lanes: Lanes;
  #listReadAt: ReadAt | null = null;
  #listTrouble: Trouble | null = null;
  #listing: Promise<void> | null = null;
  #askedAtMono = Number.NEGATIVE_INFINITY;
  #interestSinceMono = Number.NEGATIVE_INFINITY;
  #busy = 0;

  constructor(target: TargetConfig) {
    this.target = target;
    this.#isMine = nameFilter(target.include, target.exclude);
    const wanted = () => monotonic() - this.#askedAtMono < INTEREST_MS;
    this.#lanes = new Lanes(LANES, wanted, () => this.#perform(this.#plan()));
  }

  /** Pipelines of the list, after include and exclude; null until the list was read once. */
  count(): number | null {
    return this.#listReadAt === null ? null : this.#records.size;
  }

  names(): string[] {
    return [...this.#records.keys()];
  }

  /** Every row as it is known now, by name. */
  rows(): PipelineRow[] {
    this.#ask();
    return [...this.#records.values()].map((record) => rowOf(this.target.id, record));
  }

  freshness(): Freshness {
    return targetFreshness(this.#snapshot(), this.#at());
  }

  /**
   * Waits until the list and every pipeline were read lately, or AWS fails; at most so long after somebody first asked
   * again, so that a large account makes nobody wait twice.
   */
  async settled(timeoutMs: number): Promise<void> {
    this.#ask();
    const endMono = this.#interestSinceMono + timeoutMs;
    while (monotonic() < endMono && !isSettled(this.#snapshot(), this.#at()))
      await this.#changed.wait(endMono - monotonic());
  }

  /** Reads nothing more until somebody asks again; resolves when the reads under way have ended. */
  async rest(): Promise<void> {
    this.#askedAtMono = Number.NEGATIVE_INFINITY;
    while (this.#busy > 0) await this.#changed.wait(1000);
  }

  /**
   * One pipeline with everything its page shows, at most 3 s old when AWS answers; older data when it does not.
   * Undefined when the target has no such pipeline. Throws AwsReadError when nothing is known and AWS fails.
   *
   * @param patienceMs how long to wait for fresher data when all of a page is known already
   */
  async state(name: string, patienceMs: number = PATIENCE_MS.full): Promise<WatchedState | undefined> {
    const record = await this.#find(name);
    if (!record) return undefined;
    record.lookedAtMono = monotonic();
    this.#ask();
    const fresh = record.kept?.depth === "full" && this.#ageOf(record) < LIMIT_MS.hot;
    if (!fresh && (record.reading !== null || !this.#isHeldBack(record.trouble)))
      await this.#patiently(record, this.#read(record, "full"), patienceMs);
    return this.#answer(record);
  }

  /** The newest declaration of a pipeline, by the same rules as `state`. */
  async declaration(name: string): Promise<{ declaration: AwsPipeline; freshness: Freshness } | undefined> {
    const watched = await this.state(name);
    const kept = this.#records.get(name)?.kept;
    const declaration = kept?.declaration;
    if (watched && !declaration) throw kept?.denials.errorOf("GetPipeline") ?? notAnsweredYet("GetPipeline");
    return watched && declaration ? { declaration, freshness: watched.freshness } : undefined;
  }

  /** As `state`, but reads AWS in any case, even while backing off. */
  async readNow(name: string): Promise<WatchedState | undefined> {
    const record = await this.#find(name);
    if (!record) return undefined;
    record.lookedAtMono = monotonic();
    this.#ask();
    await this.#read(record, "full");
    return this.#answer(record);
  }

  #answer(record: PipelineRecord): WatchedState | undefined {
    if (!this.#records.has(record.name)) return undefined;
    if (record.state) return { state: record.state, freshness: pipelineFreshness(this.#snapshot(), record) };
    const trouble = record.trouble ?? this.#trouble.current;
    if (!trouble) throw notAnsweredYet("GetPipelineState");
    throw new AwsReadError("GetPipelineState", trouble.failure);
  }

  async #find(name: string): Promise<PipelineRecord | undefined> {
    const known = this.#records.get(name);
    if (known) return known;
    if (!this.#isMine(name)) return undefined;
    const listIsOld = this.#listReadAt === null || ageOf(this.#listReadAt, this.#at()) > LIMIT_MS.hot;
    if (listIsOld && !this.#isHeldBack(this.#listTrouble)) await this.#readList();
    const failed = this.#listTrouble ?? this.#trouble.current;
    const found = this.#records.get(name);
    if (!found && failed) throw new AwsReadError("ListPipelines", failed.failure);
    return found;
  }

  async #patiently(record: PipelineRecord, read: Promise<void>, patienceMs: number): Promise<void> {
    if (!record.state) return read;
    const longest = record.kept?.depth === "full" ? patienceMs : PATIENCE_MS.row;
    await Promise.race([read, sleep(longest, undefined, { ref: false })]);
  }

  #ask(): void {
    const asked = monotonic();
    if (asked - this.#askedAtMono >= INTEREST_MS) this.#interestSinceMono = asked;
    this.#askedAtMono = asked;
    this.#lanes.start();
  }

  async #perform(plan: Plan): Promise<void> {
    if (plan.kind === "list") return this.#readList();
    if (plan.kind === "wait") return this.#changed.wait(Math.min(1000, Math.max(50, plan.waitMs)));
    const record = this.#records.get(plan.name);
    if (record) await this.#read(record, this.#isLookedAt(record) ? "full" : "row");
  }

  /** In trouble one read at a time tries whether it is over. */
  #plan(): Plan {
    const holdMs = this.#trouble.holdMs(monotonic());
    if (holdMs > 0) return { kind: "wait", waitMs: holdMs };
    if (this.#trouble.current && this.#busy > 0) return { kind: "wait", waitMs: 1000 };
    return planNext({
      list: {
        ageMs: this.#listReadAt === null ? null : ageOf(this.#listReadAt, this.#at()),
        held: this.#listing !== null || isHeld(this.#listTrouble),
      },
      pipelines: [...this.#records.values()].map((record) => ({
        name: record.name,
        ageMs: record.readAt === null ? null : this.#ageOf(record),
        hot: isHot(record),
        lookedAt: this.#isLookedAt(record),
        held: record.reading !== null || isHeld(record.trouble),
      })),
    });
  }

  #readList(): Promise<void> {
    this.#listing ??= this.#whileBusy(async () => {
      try {
        this.#records = mergeList(this.#records, await listPipelines(this.target), this.#isMine);
        this.#listReadAt = { ms: now(), mono: monotonic() };
        this.#listTrouble = null;
        this.#succeeded();
      } catch (error) {
        const failure = failureOf(error);
        this.#listTrouble = worsened(this.#listTrouble, failure, this.#at());
        this.#trouble.failed(failure, true, this.#at());
      }
    }).finally(() => {
      this.#listing = null;
    });
    return this.#listing;
  }

  /** One read at a time a pipeline: whoever asks meanwhile gets the one under way, or the next if that lacks depth. */
  #read(record: PipelineRecord, depth: Depth): Promise<void> {
    const underWay = record.reading;
    if (underWay && (underWay.depth === "full" || depth === "row")) return underWay.done;
    const work = this.#whileBusy(async () => {
      await underWay?.done;
      await this.#readOnce(record, depth);
    });
    const reading = {
      depth,
      done: work.finally(() => {
        if (record.reading === reading) record.reading = null;
      }),
    };
    record.reading = reading;
    return reading.done;
  }

  async #readOnce(record: PipelineRecord, depth: Depth): Promise<void> {
    try {
      const reading = await readPipeline(this.target, record.name, record.listed, record.kept, depth);
      record.state = reading.state;
      record.kept = reading.kept;
      record.readAt = { ms: now(), mono: monotonic() };
      record.trouble = null;
      this.#succeeded();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "not-found") {
        this.#records.delete(record.name);
        return;
      }
      if (failure.kind !== "throttled") record.trouble = worsened(record.trouble, failure, this.#at());
      this.#trouble.failed(failure, false, this.#at());
    }
  }

  async #whileBusy(work: () => Promise<void>): Promise<void> {
    this.#busy += 1;
    try {
      await work();
    } finally {
      this.#busy -= 1;
      this.#changed.notify();
    }
  }

  /** What failed along with the target need not wait any longer than it. */
  #succeeded(): void {
    if (!this.#trouble.succeeded()) return;
    for (const { trouble } of this.#records.values()) {
      if (trouble && trouble.failure.kind !== "denied") trouble.nextTryMono = monotonic();
    }
  }

  #isLookedAt(record: PipelineRecord): boolean {
    return monotonic() - record.lookedAtMono < LOOK_MS;
  }

  /** Whether the target or this one thing is left alone for a while after a failure. */
  #isHeldBack(trouble: Trouble | null): boolean {
    return this.#trouble.holdMs(monotonic()) > 0 || isHeld(trouble);
  }

  #ageOf(record: PipelineRecord): number {
    return record.readAt === null ? Number.POSITIVE_INFINITY : ageOf(record.readAt, this.#at());
  }

  #snapshot() {
    return {
      records: this.#records,
      listReadAt: this.#listReadAt,
      listTrouble: this.#listTrouble,
      trouble: this.#trouble.current,
    };
  }

  #at() {
    return { nowMs: now(), mono: monotonic(), random: random() };
  }
}

function isHeld(trouble: Trouble | null): boolean {
  return trouble !== null && trouble.nextTryMono > monotonic();
}

function failureOf(error: unknown): AwsFailure {
  return error instanceof AwsReadError ? error.failure : classify(error);
}
