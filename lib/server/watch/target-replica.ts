import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineChange } from "@/lib/domain/live-change";
import { machineNow } from "../clock";
import { forgetGone, leftAfter, type SnapshotPlace, snapshotsAfter } from "../store/pipeline-snapshots";
import { type Beat, claimTarget, type StoredWatch } from "../store/target-watches";
import { ChangeWriter } from "./change-writer";
import type { Elsewhere } from "./elsewhere";
import { renew, toOutside } from "./stored-pipelines";
import type { OutsideRecord } from "./target-records";
import type { TargetWatch } from "./target-watch";
import { noLongerLive } from "./told-standing";
import { toldTroubles } from "./told-trouble";

/** Rows taken from the store at a time: few enough that nobody waits for their JSON, about 15 ms. */
const ROWS_AT_A_TIME = 100;
/** Freshness of a holder silent for longer is no longer what it said. */
const SILENT_MS = 10_000;

/**
 * One target in this process: watched here and written to the store, or watched by another process and followed. Which
 * of the two is decided elsewhere.
 */
export class TargetReplica {
  readonly watch: TargetWatch;
  readonly #writer: ChangeWriter;
  readonly #publish: (changes: PipelineChange[]) => void;
  readonly #elsewhere: Elsewhere;
  #toldVersion = -1;
  #place: SnapshotPlace = { version: -1, name: "" };
  #holder: string | null = null;
  #following: Promise<void> | null = null;
  #followAgain = false;
  #said: Freshness["kind"] | null = null;

  constructor(watch: TargetWatch, publish: (changes: PipelineChange[]) => void, elsewhere: Elsewhere) {
    this.watch = watch;
    this.#elsewhere = elsewhere;
    this.#publish = publish;
    this.#writer = new ChangeWriter(watch.target.id, watch.records, (changes) => this.#tell(changes));
    watch.records.onChanges = (changes, origin) => {
      if (origin === "read") this.#writer.add(changes);
      else this.#tell(changes);
    };
    watch.publishedVersion = () => this.#writer.publishedVersion;
    watch.waitingMs = () => this.#writer.waitingMs;
    void watch.follow(elsewhere);
  }

  get id(): string {
    return this.watch.target.id;
  }

  /** Whether this process watches the target. */
  get isHeld(): boolean {
    return this.#holder !== null;
  }

  /**
   * Watches the target from now on, as the session that has its lock: reads on from what the store knows. Throws
   * `store.unavailable`.
   *
   * @param isStill whether the session still has the lock
   */
  async hold(holder: string, isStill: () => boolean): Promise<void> {
    const { version, before } = await claimTarget(this.id, holder, machineNow());
    await this.load(before);
    if (!isStill()) return;
    this.#holder = holder;
    this.#writer.hold(holder, before?.version ?? -1);
    this.watch.start(version);
    await forgetGone(this.id, holder);
  }

  /** Takes over what the store knows, and dates it as of when it was last known to be true. Throws `store.unavailable`. */
  async load(stored: StoredWatch | null): Promise<void> {
    await this.follow();
    if (!stored) return;
    this.tell(stored);
    renew(this.watch.records, stored.freshness?.asOf ?? null);
  }

  /** Takes over what was written since. Throws `store.unavailable`. */
  async follow(): Promise<void> {
    if (this.#holder !== null) return;
    this.#followAgain = true;
    this.#following ??= this.#readOn().finally(() => {
      this.#following = null;
    });
    await this.#following;
  }

  /** Watches no more; what is known stays. */
  lose(): void {
    if (this.#holder === null) return;
    this.#holder = null;
    this.#place = { version: Math.max(this.#place.version, this.#writer.release()), name: "" };
    void this.watch.follow(this.#elsewhere);
  }

  /** Waits until what this process found is written, at most so long. */
  written(timeoutMs: number): Promise<void> {
    return this.#writer.settled(timeoutMs);
  }

  /** What others are told while this process watches. */
  beat(): Beat {
    const freshness = this.watch.freshness();
    this.#said = freshness.kind;
    const troubles = toldTroubles(this.watch.records.all());
    return { target: this.id, listReadAtMs: this.watch.listReadAtMs, freshness, troubles };
  }

  /** Whether the target is fresh in another way than others were told. */
  isNews(): boolean {
    return this.watch.freshness().kind !== this.#said;
  }

  /** Takes over how the target stands where it is watched. */
  tell(stored: StoredWatch): void {
    if (this.#holder !== null || !stored.freshness) return;
    const { freshness } = stored;
    const isSilent = stored.silentMs === null || stored.silentMs > SILENT_MS;
    this.watch.tell({
      version: stored.version,
      forgotten: stored.forgottenVersion,
      freshness: isSilent ? noLongerLive(freshness, this.watch.records.size) : freshness,
      listReadAtMs: stored.listReadAtMs,
      troubles: stored.troubles,
    });
  }

  /** What PostgreSQL lost is written again; viewers have heard of it. */
  #tell(changes: PipelineChange[]): void {
    const news = changes.filter(({ version }) => version > this.#toldVersion);
    this.#toldVersion = news.reduce((most, { version }) => Math.max(most, version), this.#toldVersion);
    this.#publish(news);
  }

  async #readOn(): Promise<void> {
    while (this.#followAgain) {
      this.#followAgain = false;
      const vanished = await this.#vanished();
      for (;;) {
        const rows = await snapshotsAfter(this.id, this.#place, ROWS_AT_A_TIME);
        const last = rows.at(-1);
        const isEnd = rows.length < ROWS_AT_A_TIME;
        // Viewers hear of it in its turn: what is older than what they heard, they are not told.
        const [forgotten = Number.POSITIVE_INFINITY] = vanished.map(({ version }) => version);
        const gone = isEnd || (last?.version ?? 0) >= forgotten ? vanished.splice(0) : [];
        if (last) this.#place = { version: last.version, name: last.name };
        const { version } = this.#place;
        if (last || gone.length > 0) this.watch.apply([...rows.map(toOutside), ...gone], { version });
        if (isEnd) break;
      }
    }
  }

  /** Pipelines that vanished so long ago, while this process was cut off, that the store has forgotten them. */
  async #vanished(): Promise<OutsideRecord[]> {
    const left = this.#place.version < 0 ? undefined : await leftAfter(this.id, this.#place.version);
    if (!left) return [];
    const names = new Set(left.names);
    const nothing = { listed: {}, state: null, trouble: null, depth: null, readAtMs: null };
    return this.watch.records
      .all()
      .filter(({ name, version }) => version < left.forgotten && !names.has(name))
      .map(({ name }) => ({ name, version: left.forgotten, gone: true, ...nothing }));
  }
}
