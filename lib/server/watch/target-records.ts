import "server-only";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { rowDelta } from "@/lib/domain/row-delta";
import { sameJson } from "@/lib/domain/same-json";
import { monotonic, now } from "../clock";
import type { AwsPipelineSummary } from "../codepipeline/list-pipelines";
import { unchanging } from "../json-bytes";
import { type PipelineRecord, rowOf } from "./pipeline-record";
import type { ReadAt } from "./read-at";
import { ReadPages } from "./read-pages";
import type { Reading } from "./read-pipeline";
import { toldChange } from "./told-change";
import type { Trouble } from "./trouble";

/** A pipeline that vanished can be told of for this long. */
const TOMBSTONE_MS = 3_600_000;

/** One pipeline as another process knew it. */
export interface OutsideRecord {
  name: string;
  version: number;
  gone: boolean;
  listed: AwsPipelineSummary;
  state: PipelineState | null;
  /** Why it could not be read, of one that never was or that is denied alone; others are told of with their target. */
  trouble: Trouble | null;
  depth: "row" | "full" | null;
  /** Epoch milliseconds of the server's clock. */
  readAtMs: number | null;
}

/** `read`: found by reading AWS in this process. `applied`: taken over from another process. */
export type ChangeOrigin = "read" | "applied";

/**
 * What is known of a target's pipelines, and since which version. A version is a count of changes that never goes back;
 * what a read says that was known already, apart from when it was asked, is no change.
 */
export class TargetRecords {
  /** The one port through which changes leave, each batch in the order of its versions. */
  onChanges: (changes: PipelineChange[], origin: ChangeOrigin) => void = () => undefined;
  readonly #records = new Map<string, PipelineRecord>();
  readonly #gone = new Map<string, { version: number; mono: number }>();
  #version = 0;
  #forgotten = 0;
  /** Versions that another process may have told of, and that nobody knows any more. */
  readonly #skipped: Array<{ after: number; before: number }> = [];
  #sorted: PipelineRecord[] | null = [];
  readonly #pages = new ReadPages();

  constructor(private readonly target: string) {}

  /** Version of the newest change. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#records.size;
  }

  get(name: string): PipelineRecord | undefined {
    return this.#records.get(name);
  }

  /** Every record, by name. */
  all(): readonly PipelineRecord[] {
    this.#sorted ??= [...this.#records.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.#sorted;
  }

  /**
   * Every pipeline that changed after a version, the earliest change first, as whole rows. Null when that cannot be
   * told: it is none of this target's, or of too long ago.
   */
  changesSince(version: number): PipelineChange[] | null {
    this.#forgetGone();
    const isSkipped = this.#skipped.some(({ after, before }) => version > after && version < before);
    if (version > this.#version || version < this.#forgotten || isSkipped) return null;
    const { target } = this;
    const changed = this.all().filter((record) => record.version > version);
    const gone = [...this.#gone].filter(([, tombstone]) => tombstone.version > version);
    return [
      ...changed.map((record) => ({
        target,
        name: record.name,
        version: record.version,
        row: this.rowOf(record),
      })),
      ...gone.map(([name, tombstone]) => ({ target, name, version: tombstone.version, gone: true as const })),
    ].sort((a, b) => a.version - b.version);
  }

  rowOf(record: PipelineRecord): PipelineRow {
    return rowOf(this.target, record);
  }

  /** Counts on from this version, when it is beyond the newest; what changed until then, and was not applied, is not known. */
  countFrom(version: number): void {
    if (this.#records.size === 0) this.#forgotten = Math.max(this.#forgotten, version);
    else if (version > this.#version) this.#skipped.push({ after: this.#version, before: version });
    this.#version = Math.max(this.#version, version);
  }

  /** After a list was read: known pipelines stay, new ones come, vanished ones go. Answers the names of the new and of the vanished. */
  merge(listed: readonly AwsPipelineSummary[], isMine: (name: string) => boolean): Merged {
    const byName = new Map<string, AwsPipelineSummary>();
    for (const one of listed) if (one.name !== undefined && isMine(one.name)) byName.set(one.name, one);
    const changes: PipelineChange[] = [];
    const merged: Merged = { added: [], removed: [] };
    for (const name of [...this.#records.keys()]) {
      if (byName.has(name)) continue;
      merged.removed.push(name);
      changes.push(this.#bury(name));
    }
    for (const [name, summary] of byName) {
      const known = this.#records.get(name);
      if (!known) {
        merged.added.push(name);
        changes.push(this.#add(name, summary));
      } else if (!isSameSummary(known.listed, summary))
        changes.push(...this.#changed(known, { listed: summary }));
    }
    this.#emit(changes);
    return merged;
  }

  /** After a pipeline was read. */
  took(name: string, { state, kept, depth }: Reading, readAt: ReadAt): void {
    const record = this.#records.get(name);
    if (!record) return;
    const before = record.kept;
    const changes = this.#changed(record, { state, kept, depth, readAt, trouble: null });
    this.#pages.took(record, before);
    this.#emit(changes);
  }

  /** After a read of a pipeline failed. */
  failed(name: string, trouble: Trouble): void {
    const record = this.#records.get(name);
    if (record) this.#emit(this.#changed(record, { trouble }));
  }

  /** After AWS said that there is no such pipeline. */
  remove(name: string): void {
    if (this.#records.has(name)) this.#emit([this.#bury(name)]);
  }

  /**
   * Takes over what another process knew, with its versions; older than what is known is left alone.
   *
   * @param standing version of that process, and up to which version it no longer knows what vanished
   */
  apply(records: readonly OutsideRecord[], standing: { version: number; forgotten?: number }): void {
    this.#forgotten = Math.max(this.#forgotten, standing.forgotten ?? 0);
    const changes = records.flatMap((record) => this.#applied(record) ?? []);
    this.#version = Math.max(this.#version, standing.version);
    for (const { version } of changes) this.#version = Math.max(this.#version, version);
    this.#emit(
      changes.sort((a, b) => a.version - b.version),
      "applied",
    );
  }

  #applied({ gone, readAtMs, ...record }: OutsideRecord): PipelineChange | undefined {
    const { name, version } = record;
    const known = this.#records.get(name);
    if (version <= (known?.version ?? this.#gone.get(name)?.version ?? -1)) return undefined;
    const change = { target: this.target, name, version };
    if (gone) {
      this.#records.delete(name);
      this.#gone.set(name, { version, mono: monotonic() });
      this.#sorted = null;
      return { ...change, gone: true };
    }
    const before = known && { row: this.rowOf(known), state: known.state };
    const readAt = readAtMs === null ? null : { ms: readAtMs, mono: monotonic() - (now() - readAtMs) };
    const next = { ...record, listed: revived(record.listed), readAt, kept: null };
    if (known) Object.assign(known, next);
    else {
      this.#records.set(name, next);
      this.#gone.delete(name);
      this.#sorted = null;
    }
    return { ...change, ...toldChange(before, { row: this.rowOf(next), state: next.state }) };
  }

  #add(name: string, listed: AwsPipelineSummary): PipelineChange {
    this.#version += 1;
    const record: PipelineRecord = {
      name,
      version: this.#version,
      listed,
      state: null,
      depth: null,
      kept: null,
      readAt: null,
      trouble: null,
    };
    this.#records.set(name, record);
    this.#gone.delete(name);
    this.#sorted = null;
    return { target: this.target, name, version: record.version, row: this.rowOf(record) };
  }

  #bury(name: string): PipelineChange {
    this.#version += 1;
    this.#records.delete(name);
    this.#sorted = null;
    this.#gone.set(name, { version: this.#version, mono: monotonic() });
    return { target: this.target, name, version: this.#version, gone: true };
  }

  /** Writes the facts down; a change when they show something else than before. */
  #changed(record: PipelineRecord, facts: Partial<PipelineRecord>): PipelineChange[] {
    const before = { row: this.rowOf(record), state: record.state, depth: record.depth };
    Object.assign(record, facts);
    const row = this.rowOf(record);
    const same =
      before.depth === record.depth &&
      rowDelta(before.row, row) === null &&
      (before.state === record.state || sameState(before.state, record.state));
    if (same) {
      if (before.state && record.state) record.state = asOf(before.state, row.asOf);
      return [];
    }
    this.#version += 1;
    record.version = this.#version;
    const change = { target: this.target, name: record.name, version: record.version };
    return [{ ...change, ...toldChange(before, { row, state: record.state }) }];
  }

  #emit(changes: PipelineChange[], origin: ChangeOrigin = "read"): void {
    if (changes.length > 0) this.onChanges(changes, origin);
  }

  #forgetGone(): void {
    for (const [name, { version, mono }] of this.#gone) {
      if (monotonic() - mono < TOMBSTONE_MS) return;
      this.#gone.delete(name);
      this.#forgotten = Math.max(this.#forgotten, version);
    }
  }
}

/** Names of pipelines that a list brought, and of those it no longer has. */
export interface Merged {
  added: string[];
  removed: string[];
}

function sameState(before: PipelineState | null, after: PipelineState | null): boolean {
  if (before === null || after === null) return before === after;
  const { row: _before, ...rest } = before;
  const { row: _after, ...others } = after;
  return sameJson(rest, others);
}

/** What was known, as of a later read that found the same: what is in it stays where it is in memory. */
function asOf(state: PipelineState, at: PipelineRow["asOf"]): PipelineState {
  if (state.row.asOf === at) return state;
  return unchanging({ ...state, row: unchanging({ ...state.row, asOf: at }) });
}

/** What is equal stays where it is in memory: a target's list comes every half a minute. */
function isSameSummary(one: AwsPipelineSummary, other: AwsPipelineSummary): boolean {
  const comparable = ({ created, updated, ...rest }: AwsPipelineSummary) => ({
    ...rest,
    created: Number(created),
    updated: Number(updated),
  });
  return sameJson(comparable(one), comparable(other));
}

/** What was stored as JSON has texts for instants. */
function revived(listed: AwsPipelineSummary): AwsPipelineSummary {
  const { created, updated, ...rest } = listed;
  return {
    ...rest,
    ...(created === undefined ? {} : { created: new Date(created) }),
    ...(updated === undefined ? {} : { updated: new Date(updated) }),
  };
}
