import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { withUrgency } from "../aws/urgency";
import { machineNow, monotonic, now } from "../clock";
import type { AwsPipeline } from "../codepipeline/get-pipeline";
import { AwsReadError, notAnsweredYet } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { ageOf } from "./age-of";
import { DeclarationReads } from "./declaration-reads";
import type { Elsewhere, OutsideStanding } from "./elsewhere";
import { Interest } from "./interest";
import type { PipelineRecord } from "./pipeline-record";
import { LIMIT_MS } from "./plan";
import { followedFreshness, isSettled, pipelineFreshness, type Snapshot, targetFreshness } from "./snapshot";
import { type OutsideRecord, TargetRecords } from "./target-records";
import { TargetSweep } from "./target-sweep";
import { toldFreshness } from "./told-freshness";
import { ToldStanding } from "./told-standing";
import { hearTroubles } from "./told-trouble";
import { whyUnread } from "./why-unread";

/** An event this much older than the last read tells nothing new; clocks differ, and AWS may answer a moment late. */
const LATE_EVENT_MS = 60_000;
/** How long a reply waits for fresher data when it could be given older data, and when that lacks most of a page. */
const PATIENCE_MS = { full: 1500, row: 4000 };

/** A pipeline as its page wants it. */
export interface WatchedState {
  state: PipelineState;
  freshness: Freshness;
  /** Version of the pipeline's last change. */
  version: number;
}

/**
 * The shared view of one target, which all who look share. A process either watches the target, reading it all the time
 * inside its request budget, or follows another that does. Last good data is kept when AWS fails.
 */
export class TargetWatch {
  readonly target: TargetConfig;
  readonly records: TargetRecords;
  /** Says whether anybody is connected to hear of changes. */
  isConnected: () => boolean = () => false;
  /** Version of the newest change that viewers were told of; the records may be ahead of it. */
  publishedVersion: () => number = () => this.records.version;
  /** How long the oldest change waits that viewers were not told of, milliseconds. */
  waitingMs: () => number = () => 0;
  /** Told when this process begins to watch the target, and when it no longer does. */
  onWatching: (isWatching: boolean) => void = () => undefined;
  readonly #sweep: TargetSweep;
  #elsewhere: Elsewhere | null = null;
  readonly #told = new ToldStanding();
  readonly #declarations: DeclarationReads;
  readonly #interest = new Interest();

  /**
   * @param queueAnsweredMono when the event queue last answered, on the monotonic clock
   */
  constructor(target: TargetConfig, queueAnsweredMono: () => number = () => Number.NEGATIVE_INFINITY) {
    this.target = target;
    this.records = new TargetRecords(target.id);
    this.#declarations = new DeclarationReads(target);
    this.#sweep = new TargetSweep(target, this.records, () => this.#isWatched(), queueAnsweredMono);
  }

  /**
   * Watches the target from now on, and answers at once.
   *
   * @param version to count on from, beyond every version anybody was told; by default the machine's time, which is
   */
  start(version: number = machineNow()): void {
    this.#elsewhere = null;
    this.#told.forget();
    this.records.countFrom(version);
    this.#sweep.start();
    this.#sweep.changed.notify();
    this.onWatching(true);
  }

  /** Reads nothing more by itself; resolves when the reads under way have ended. What is known stays. */
  stop(): Promise<void> {
    this.onWatching(false);
    return this.#sweep.stop();
  }

  /** From now on another process watches: what it finds comes through `apply` and `tell`. */
  follow(elsewhere: Elsewhere): Promise<void> {
    this.#elsewhere = elsewhere;
    this.#told.begin(monotonic());
    return this.stop();
  }

  /** Takes over what the watching process found. */
  apply(records: readonly OutsideRecord[], standing: { version: number; forgotten?: number }): void {
    this.records.apply(records, standing);
    this.#sweep.changed.notify();
  }

  /** Takes over how the target stands where it is watched. */
  tell(standing: OutsideStanding): void {
    this.#told.tell(standing, monotonic());
    hearTroubles(this.records.all(), standing.troubles);
    this.apply([], { version: 0, forgotten: standing.forgotten });
  }

  get isWatching(): boolean {
    return this.#sweep.isRunning;
  }

  /** Epoch milliseconds of the last good ListPipelines. */
  get listReadAtMs(): number | null {
    return this.#told.standing?.listReadAtMs ?? this.#sweep.listReadAt?.ms ?? null;
  }

  /**
   * An event of EventBridge says that something happened to a pipeline: it is read next. What was said moves no status by
   * itself: only an answer of AWS tells where a pipeline stands now.
   *
   * @param atMs when it happened, epoch milliseconds: what was read long after that knows of it already
   */
  hint(pipeline: string, atMs = Number.POSITIVE_INFINITY): void {
    const readAtMs = this.records.get(pipeline)?.readAt?.ms ?? Number.NEGATIVE_INFINITY;
    if (readAtMs - atMs > LATE_EVENT_MS) return;
    if (this.#elsewhere) this.#elsewhere.hint(pipeline);
    else this.#sweep.hint(pipeline);
  }

  /** Somebody looks at a pipeline, maybe at another process. */
  look(pipeline: string): void {
    this.#lookAt(pipeline);
    this.#sweep.changed.notify();
  }

  /** Whether events say reliably what to read, so that what rests is read only now and then. */
  eventsReliable(): boolean {
    return this.#sweep.eventsReliable();
  }

  /** Pipelines of the list, after include and exclude; null until the list was read once. */
  count(): number | null {
    return this.listReadAtMs === null ? null : this.records.size;
  }

  names(): string[] {
    return this.records.all().map(({ name }) => name);
  }

  /** Rows as they are known now: of these records, by default of all, by name. */
  rows(records: readonly PipelineRecord[] = this.records.all()): PipelineRow[] {
    this.#interest.ask(monotonic());
    return records.map((record) => this.records.rowOf(record));
  }

  freshness(): Freshness {
    const waiting = { waitingMs: this.waitingMs(), total: this.records.size, nowMs: now() };
    const own = () => toldFreshness(targetFreshness(this.#snapshot(), this.#at()), waiting);
    return this.#elsewhere ? this.#told.freshness(own, waiting.total, monotonic()) : own();
  }

  /**
   * Waits until the list and every pipeline were read lately, or AWS fails; at most so long after somebody first asked
   * again, so that a large account makes nobody wait twice.
   */
  async settled(timeoutMs: number): Promise<void> {
    this.#interest.ask(monotonic());
    const isSo = () => this.#told.standing !== undefined || isSettled(this.#snapshot(), this.#at());
    await this.#until(isSo, this.#interest.sinceMono + timeoutMs - monotonic());
  }

  /**
   * One pipeline with everything its page shows, at most 3 s old when AWS answers; older data when it does not.
   * Undefined when the target has no such pipeline. Throws AwsReadError when nothing is known and AWS fails.
   *
   * @param patienceMs how long to wait for fresher data when all of a page is known already
   */
  async state(name: string, patienceMs: number = PATIENCE_MS.full): Promise<WatchedState | undefined> {
    const record = this.records.get(name) ?? (await this.#find(name));
    if (!record) return undefined;
    this.#lookAt(name);
    if (this.#elsewhere) {
      this.#elsewhere.look(name);
      const { version, depth, trouble } = record;
      const isChanged = () => this.records.get(name)?.version !== version;
      if (depth !== "full" && !trouble) await this.#until(isChanged, PATIENCE_MS.row);
      return this.#answer(record);
    }
    const fresh = record.kept?.depth === "full" && this.#ageMs(record) < LIMIT_MS.hot;
    if (!fresh && (this.#sweep.isReading(name) || !this.#sweep.isHeldBack(record.trouble)))
      await this.#patiently(record, patienceMs);
    return this.#answer(record);
  }

  /** The newest declaration of a pipeline, by the same rules as `state`. */
  async declaration(name: string): Promise<{ declaration: AwsPipeline; freshness: Freshness } | undefined> {
    const isKnown = this.records.get(name)?.kept?.declaration !== undefined;
    const watched = await this.state(name, PATIENCE_MS[isKnown ? "full" : "row"]);
    if (watched && this.#elsewhere) {
      const { value, freshness } = await this.#declarations.of(name, watched.state.row.version).get();
      return { declaration: value, freshness };
    }
    const record = this.records.get(name);
    if (!watched) return undefined;
    if (record?.kept?.declaration)
      return { declaration: record.kept.declaration, freshness: watched.freshness };
    throw record?.kept?.denials.errorOf("GetPipeline") ?? whyUnread("GetPipeline", record, this.#sweep);
  }

  /** As `state`, but reads AWS in any case, even while backing off. */
  async readNow(name: string): Promise<WatchedState | undefined> {
    const record = await this.#find(name);
    if (!record) return undefined;
    this.#lookAt(name);
    if (this.#elsewhere) await this.#elsewhere.readNow(name);
    else await withUrgency("press", () => this.#readThrough(name, PATIENCE_MS.full));
    return this.#answer(record);
  }

  /** A throttle is a definite refusal: it is asked again when the budget lets it, unless throttling does not end. */
  async #readThrough(name: string, patienceMs: number): Promise<void> {
    const endMono = monotonic() + patienceMs;
    while (monotonic() < endMono) {
      const failure = await this.#sweep.read(name, "full");
      if (failure?.kind !== "throttled" || this.#sweep.trouble.current) return;
    }
  }

  #answer(record: PipelineRecord): WatchedState | undefined {
    if (!this.records.get(record.name)) return undefined;
    const { state, version } = record;
    if (state) return { state, version, freshness: this.freshnessOf(record) };
    throw whyUnread("GetPipelineState", record, this.#sweep);
  }

  /** How fresh one pipeline is, as it is known now. */
  freshnessOf(record: PipelineRecord): Freshness {
    if (this.#told.standing) return followedFreshness(this.freshness(), record);
    return pipelineFreshness(this.#snapshot(), record);
  }

  async #find(name: string): Promise<PipelineRecord | undefined> {
    await this.#until(() => this.#knows(name), PATIENCE_MS.row);
    const known = this.records.get(name);
    if (!known && this.#elsewhere && this.listReadAtMs === null) throw notAnsweredYet("ListPipelines");
    if (known || this.#elsewhere || !this.#sweep.isMine(name)) return known;
    const { listReadAt } = this.#sweep;
    const listIsOld = listReadAt === null || ageOf(listReadAt, this.#at()) > LIMIT_MS.hot;
    if (listIsOld && !this.#sweep.isHeldBack(this.#sweep.listTrouble)) await this.#sweep.readList();
    const failed = this.#sweep.listTrouble ?? this.#sweep.trouble.current;
    const found = this.records.get(name);
    if (!found && failed) throw new AwsReadError("ListPipelines", failed.failure);
    return found;
  }

  /** A process that has just begun does not know yet what the store knows. */
  #knows(name: string): boolean {
    return this.records.get(name) !== undefined || !this.#elsewhere || this.#told.standing !== undefined;
  }

  async #patiently({ name, state, depth }: PipelineRecord, patienceMs: number): Promise<void> {
    const longest = depth === "full" ? patienceMs : PATIENCE_MS.row;
    const read = this.#readThrough(name, longest);
    await (state ? Promise.race([read, sleep(longest, undefined, { ref: false })]) : read);
  }

  /** Waits until it is so, at most so long; looks again whenever something was read or told. */
  async #until(isSo: () => boolean, patienceMs: number): Promise<void> {
    const endMono = monotonic() + patienceMs;
    while (!isSo() && monotonic() < endMono) await this.#sweep.changed.wait(endMono - monotonic());
  }

  #lookAt(name: string): void {
    this.#interest.ask(monotonic());
    this.#sweep.look(name);
  }

  /** Whether somebody asked this process a moment ago. */
  get wasAskedLately(): boolean {
    return this.#interest.isThere(monotonic());
  }

  #isWatched(): boolean {
    return this.isConnected() || this.wasAskedLately;
  }

  #ageMs(record: PipelineRecord): number {
    return record.readAt === null ? Number.POSITIVE_INFINITY : ageOf(record.readAt, this.#at());
  }

  #snapshot(): Snapshot {
    const { listReadAt, listTrouble, trouble, restMs } = this.#sweep;
    return { records: this.records.all(), restMs, listReadAt, listTrouble, trouble: trouble.current };
  }

  #at() {
    return { nowMs: now(), mono: monotonic() };
  }
}
