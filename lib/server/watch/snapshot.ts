import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { ageOf } from "./age-of";
import type { PipelineRecord } from "./pipeline-record";
import { LIMIT_MS } from "./plan";
import type { ReadAt } from "./read-at";
import { type Trouble, troubleFreshness } from "./trouble";

/** Data this much older than it should be is still called live; beyond it the target is catching up. */
const GRACE_MS = 30_000;

/** Who asks waits for data that is overdue by more than this, */
const SETTLED_MS = 15_000;
/** but not in a target of more pipelines, which are not read while anybody waits. */
const MOST_AWAITED = 100;

/** What is known about one target. */
export interface Snapshot {
  records: readonly PipelineRecord[];
  /** How old data may get before it is read again, milliseconds. */
  restMs: number;
  /** When the list was last read. */
  listReadAt: ReadAt | null;
  /** Trouble of reading the list. */
  listTrouble: Trouble | null;
  /** Trouble of the target as a whole. */
  trouble: Trouble | null;
}

/** How much the data of a whole target can be trusted. `asOf` is the oldest of its pipelines. */
export function targetFreshness(snapshot: Snapshot, at: { nowMs: number; mono: number }): Freshness {
  const { records } = snapshot;
  const readable = records.filter((record) => record.trouble?.failure.kind !== "denied");
  const times = readable.flatMap((record) => record.readAt?.ms ?? []);
  const oldestMs = times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : snapshot.listReadAt?.ms;
  const oldest = oldestMs === undefined ? null : new Date(oldestMs).toISOString();
  const trouble = snapshot.trouble ?? snapshot.listTrouble ?? troubleOfAll(records);
  if (trouble) return troubleFreshness(trouble, oldest);
  const asOf = times.length < readable.length ? null : oldest;
  if (snapshot.listReadAt === null || asOf === null) {
    return { kind: "catching-up", asOf: null, read: times.length, total: readable.length };
  }
  const overdue = readable.filter(
    (record) => record.readAt && ageOf(record.readAt, at) > snapshot.restMs + GRACE_MS,
  );
  if (overdue.length === 0) {
    const restMs = Math.round(snapshot.restMs);
    return restMs > LIMIT_MS.rest ? { kind: "live", asOf, restMs } : { kind: "live", asOf };
  }
  return { kind: "catching-up", asOf, read: readable.length - overdue.length, total: readable.length };
}

/** Whether waiting would bring little: the list and every pipeline were read lately, they are many, or AWS fails. */
export function isSettled(snapshot: Snapshot, at: { nowMs: number; mono: number }): boolean {
  if (snapshot.trouble || snapshot.listTrouble) return true;
  if (snapshot.listReadAt === null) return false;
  if (snapshot.records.length > MOST_AWAITED) return true;
  return snapshot.records.every(
    ({ trouble, readAt }) =>
      trouble !== null || (readAt !== null && ageOf(readAt, at) <= snapshot.restMs + SETTLED_MS),
  );
}

/** How much one pipeline's data can be trusted. */
export function pipelineFreshness(snapshot: Snapshot, record: PipelineRecord): Freshness {
  const asOf = record.readAt === null ? null : new Date(record.readAt.ms).toISOString();
  // What the target suffers from says when it is tried again, of every pipeline.
  const trouble = snapshot.trouble ?? record.trouble;
  if (trouble) return troubleFreshness(trouble, asOf);
  return asOf === null ? { kind: "catching-up", asOf: null, read: 0, total: 1 } : { kind: "live", asOf };
}

/** Freshness of a pipeline nobody waits for: one that was read long ago is live only as far as its target vouches for it. */
export function withinTarget(ofTarget: Freshness, own: Freshness, nowMs: number): Freshness {
  if (own.kind !== "live" || ofTarget.kind !== "catching-up") return own;
  const isOld = nowMs - Date.parse(own.asOf) >= STALE_AFTER_MS;
  return isOld ? { kind: "catching-up", asOf: own.asOf, read: 0, total: 1 } : own;
}

/** Every pipeline failing is the target failing, though the list may be read. */
function troubleOfAll(records: readonly PipelineRecord[]): Trouble | null {
  const [first] = records;
  return records.length > 0 && records.every((record) => record.trouble) ? (first?.trouble ?? null) : null;
}

/** How much one pipeline's data can be trusted where another process watches its target, which is as fresh as said. */
export function followedFreshness(ofTarget: Freshness, record: PipelineRecord): Freshness {
  const ownAsOf = record.readAt === null ? null : new Date(record.readAt.ms).toISOString();
  const isTargetWell = ofTarget.kind === "live" || ofTarget.kind === "catching-up";
  if (record.trouble && isTargetWell) return troubleFreshness(record.trouble, ownAsOf);
  const asOf = [ownAsOf, ofTarget.asOf].reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b));
  if (ofTarget.kind === "catching-up" && asOf !== null) return { kind: "live", asOf };
  return ofTarget.kind === "live" ? { kind: "live", asOf: asOf ?? ofTarget.asOf } : { ...ofTarget, asOf };
}
