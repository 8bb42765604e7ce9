import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { PipelineChange } from "@/lib/domain/live-change";
import { log } from "../log";
import { writeSnapshots } from "../store/pipeline-snapshots";
import { Signal } from "./signal";
import { toStored } from "./stored-pipelines";
import type { TargetRecords } from "./target-records";

/** Changes written in one statement at most: about 7 MB, far less than a statement may take. */
const MOST_AT_ONCE = 500;
const RETRY_MS = 250;

/**
 * Writes the changes of a target that this process watches, then publishes them: what a viewer has seen is in the
 * store. What comes while a write is under way goes into the next one.
 */
export class ChangeWriter {
  #holder: string | null = null;
  #highest = -1;
  #pending: PipelineChange[] = [];
  #underWay: PipelineChange[] = [];
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
    this.#pending = this.records.changesSince(version) ?? this.#everything();
    void this.#write();
  }

  /** Writes nothing more. Answers up to which version the store knows what this process found. */
  release(): number {
    this.#holder = null;
    return this.#highest;
  }

  add(changes: readonly PipelineChange[]): void {
    this.#pending.push(...changes);
    void this.#write();
  }

  /** Version of the newest change before the first that still waits to be written. */
  get publishedVersion(): number {
    const [next] = this.#underWay.length > 0 ? this.#underWay : this.#pending;
    return next ? next.version - 1 : this.records.version;
  }

  /** Waits until everything so far is written, at most so long. */
  async settled(timeoutMs: number): Promise<void> {
    if (this.#isWriting || this.#pending.length > 0) await this.#written.wait(timeoutMs);
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#holder !== null && this.#pending.length > 0) {
      const holder = this.#holder;
      const batch = this.#pending.splice(0, MOST_AT_ONCE);
      this.#underWay = batch;
      const isWritten = await this.#isWritten(batch, holder);
      this.#underWay = [];
      if (isWritten) this.publish(batch);
      // Who holds the target anew looks for itself at what the store lacks.
      else if (this.#holder === holder) {
        this.#pending.unshift(...batch);
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

  #everything(): PipelineChange[] {
    return this.records.all().map((record) => ({
      target: this.target,
      name: record.name,
      version: record.version,
      row: this.records.rowOf(record),
    }));
  }
}
