import "server-only";
import { PipelineStateReply } from "@/lib/contract/pipeline-state";
import type { Instant } from "@/lib/domain/instant";
import { monotonic, now, nowInstant } from "../clock";
import { unchanging } from "../json-bytes";
import type { StoredSnapshot } from "../store/pipeline-snapshots";
import { type PipelineRecord, toldDenial } from "./pipeline-record";
import type { OutsideRecord, TargetRecords } from "./target-records";
import { heardTroubles, toldTroubles } from "./told-trouble";

const PipelineState = PipelineStateReply.shape.state;

/** A pipeline as it is stored; one that the records do not have is one that vanished. */
export function toStored(name: string, version: number, record: PipelineRecord | undefined): StoredSnapshot {
  if (!record) {
    const nothing = { listed: null, state: null, trouble: null, depth: null, readAtMs: null };
    return { name, version, gone: true, ...nothing };
  }
  return {
    name,
    version: record.version,
    gone: false,
    listed: { ...record.listed },
    state: record.state,
    trouble: isToldByRow(record) ? toldTroubles([record]) : null,
    depth: record.depth,
    readAtMs: record.readAt?.ms ?? null,
  };
}

function isToldByRow({ state, trouble }: PipelineRecord): boolean {
  return trouble !== null && (state === null || toldDenial(trouble) !== undefined);
}

/**
 * A stored pipeline for the records of a watch. A state that another version of Pipedeck wrote, and that is not of
 * today's shape, counts as never read.
 */
export function toOutside(row: StoredSnapshot): OutsideRecord {
  const state = row.state !== null && PipelineState.safeParse(row.state).success ? row.state : null;
  if (state) unchanging(state.row);
  return {
    name: row.name,
    version: row.version,
    gone: row.gone,
    listed: row.listed ?? {},
    state: state && unchanging(state),
    trouble: heardTroubles(row.trouble ?? undefined).get(row.name) ?? null,
    depth: state && row.depth,
    readAtMs: state && row.readAtMs,
  };
}

/**
 * Dates what is older than `asOf` as of then: that long ago whoever watches the target had read every pipeline, and only
 * what changed was written. What could not be read stays as old as it is.
 */
export function renew(records: TargetRecords, asOf: Instant | null): void {
  const ms = asOf === null ? Number.NaN : Date.parse(asOf);
  if (Number.isNaN(ms)) return;
  for (const record of records.all()) if (record.trouble === null) renewOne(record, ms);
}

/** The same for one pipeline: AWS said at this time, epoch milliseconds, what is known of it. */
export function renewOne(record: PipelineRecord, readAtMs: number): void {
  if (record.state === null || record.readAt === null || record.readAt.ms >= readAtMs) return;
  const row = unchanging({ ...record.state.row, asOf: nowInstant(readAtMs) });
  record.readAt = { ms: readAtMs, mono: monotonic() - Math.max(0, now() - readAtMs) };
  record.state = unchanging({ ...record.state, row });
}
