import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { PipelineChange } from "@/lib/domain/live-change";
import { monotonic } from "../clock";
import { log } from "../log";
import { writeSnapshots } from "../store/pipeline-snapshots";
import { Signal } from "./signal";
import { toStored } from "./stored-pipelines";
import type { TargetRecords } from "./target-records";
import { newestOfEach, type WaitingChange } from "./waiting-changes";

/** Changes written in one statement at most: about 7 MB, far less than a statement may take. */
const MOST_AT_ONCE = 500;
const RETRY_MS = 250;

/**
 * Writes the changes of a target that this process watches, then publishes them: what a viewer has seen is in the
 * store. What comes while a write is under way goes into the next one. While the store takes none, the newest of each
 * pipeline waits, and is tried in ever smaller pieces.
 */
export class ChangeWriter {
  #holder: string | null = null;
  #highest = -1;
  #pending: WaitingChange[] = [];
  #underWay: WaitingChange[] = [];
  #atOnce = MOST_AT_ONCE;
  #isWriting = false;
  readonly #written = new Signal();

  constructor(
    private readonly target: string,
    private readonly records: TargetRecords,
    private readonly publish: (changes: PipelineChange[]) => void,
  ) {}

  /**
   * Writes from now on as the session that holds the target; first, and as whole rows, what is newer than the store.
   *
   * @param version of the store
   */
  hold(holder: string, version: number): void {
    this.#holder = holder;
    this.#highest = version;
    this.#pending = waiting(this.records.changesSince(version) ?? this.#everything());
    void this.#write();
  }

  /**
   * Writes nothing more, and publishes what waits: nobody is going to write it, and later changes are told as differences
   * from it. Answers up to which version the store knows what this process found.
   */
  release(): number {
    this.#holder = null;
    const untold = [...this.#underWay, ...this.#pending];
    this.#underWay = [];
    this.#pending = [];
    if (untold.length > 0) this.publish(untold.map(({ change }) => change));
    return this.#highest;
  }

  add(changes: readonly PipelineChange[]): void {
    this.#pending.push(...waiting(changes));
    void this.#write();
  }

  /** Version of the newest change before the first that still waits to be written. */
  get publishedVersion(): number {
    const next = this.#first;
    return next ? next.change.version - 1 : this.records.version;
  }

  /** How long the first that waits has waited, milliseconds; 0 when none does. */
  get waitingMs(): number {
    const next = this.#first;
    return next && this.#holder !== null ? monotonic() - next.sinceMono : 0;
  }

  /** Waits until everything so far is written, at most so long. */
  async settled(timeoutMs: number): Promise<void> {
    if (this.#isWriting || this.#pending.length > 0) await this.#written.wait(timeoutMs);
  }

  get #first(): WaitingChange | undefined {
    return this.#underWay[0] ?? this.#pending[0];
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#holder !== null && this.#pending.length > 0) {
      const holder = this.#holder;
      // A row is stored as it is now: with a version that no other may still wait behind, since who follows reads on after it.
      if (this.#pending.length > this.#atOnce) this.#pending = this.#newest(this.#pending);
      const batch = this.#pending.splice(0, this.#atOnce);
      this.#underWay = batch;
      const changes = batch.map(({ change }) => change);
      const isWritten = await this.#isWritten(changes, holder);
      this.#underWay = [];
      if (isWritten) {
        this.#atOnce = Math.min(MOST_AT_ONCE, this.#atOnce * 2);
        this.publish(changes);
      }
      // Who holds the target anew looks for itself at what the store lacks.
      else if (this.#holder === holder) {
        this.#atOnce = Math.max(1, Math.floor(batch.length / 2));
        this.#pending = this.#newest([...batch, ...this.#pending]);
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
    this.#isWriting = false;
    this.#written.notify();
  }

  async #isWritten(batch: readonly PipelineChange[], holder: string): Promise<boolean> {
    const versions = new Map(batch.map(({ name, version }) => [name, version]));
    const rows = [...versions].map(([name, version]) => toStored(name, version, this.records.get(name)));
    const highest = rows.reduce((most, { version }) => Math.max(most, version), 0);
    try {
      const isWritten = await writeSnapshots(this.target, holder, highest, rows);
      if (isWritten) this.#highest = Math.max(this.#highest, batch.at(-1)?.version ?? -1);
      return isWritten;
    } catch (error) {
      log.warn({ err: error, target: this.target }, "changes not written");
      return false;
    }
  }

  #newest(changes: readonly WaitingChange[]): WaitingChange[] {
    return newestOfEach(changes, (name) => {
      const record = this.records.get(name);
      return record && this.records.rowOf(record);
    });
  }

  #everything(): PipelineChange[] {
    const inOrder = this.records.all().toSorted((a, b) => a.version - b.version);
    return inOrder.map((record) => ({
      target: this.target,
      name: record.name,
      version: record.version,
      row: this.records.rowOf(record),
    }));
  }
}

function waiting(changes: readonly PipelineChange[]): WaitingChange[] {
  const sinceMono = monotonic();
  return changes.map((change) => ({ change, sinceMono }));
}
