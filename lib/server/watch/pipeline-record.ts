import "server-only";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { AwsPipelineSummary } from "../codepipeline/list-pipelines";
import type { Depth, Kept } from "./read-pipeline";
import { reasonOf, type Trouble } from "./trouble";

/** When AWS answered: epoch milliseconds of the server's clock, and the same moment on the monotonic one. */
export interface ReadAt {
  ms: number;
  mono: number;
}

/** What is known about one pipeline. */
export interface PipelineRecord {
  readonly name: string;
  listed: AwsPipelineSummary;
  state: PipelineState | null;
  kept: Kept | null;
  /** When AWS last answered for it; null when it never did. */
  readAt: ReadAt | null;
  /** Why its last read failed; null when it did not. */
  trouble: Trouble | null;
  /** When its page was last asked for, monotonic. */
  lookedAtMono: number;
  /** The read under way. */
  reading: { depth: Depth; done: Promise<void> } | null;
}

/** The records after a list was read, by name: known ones kept, new ones added, vanished ones gone. */
export function mergeList(
  known: ReadonlyMap<string, PipelineRecord>,
  listed: readonly AwsPipelineSummary[],
  isMine: (name: string) => boolean,
): Map<string, PipelineRecord> {
  const byName = new Map(listed.flatMap((one) => (one.name === undefined ? [] : [[one.name, one]])));
  const names = [...byName.keys()].filter(isMine).sort();
  return new Map(names.map((name) => [name, recordOf(name, byName.get(name) ?? {}, known.get(name))]));
}

function recordOf(
  name: string,
  listed: AwsPipelineSummary,
  known: PipelineRecord | undefined,
): PipelineRecord {
  if (known) {
    known.listed = listed;
    return known;
  }
  return {
    name,
    listed,
    state: null,
    kept: null,
    readAt: null,
    trouble: null,
    lookedAtMono: Number.NEGATIVE_INFINITY,
    reading: null,
  };
}

/** Whether something of it runs or waits, so that it is worth reading often. */
export function isHot({ state }: PipelineRecord): boolean {
  return state !== null && state.row.running > 0;
}

/** The row of a pipeline; one that was never read shows what the list says, and no status. */
export function rowOf(targetId: string, { name, state, listed, trouble }: PipelineRecord): PipelineRow {
  if (state) return state.row;
  return {
    target: targetId,
    name,
    executionMode: listed.executionMode ?? "SUPERSEDED",
    pipelineType: listed.pipelineType,
    version: listed.version,
    status: null,
    running: 0,
    stations: [],
    sentence: trouble
      ? { lead: "Cannot be read.", text: reasonOf(trouble.failure) }
      : { text: "Not read yet" },
    asOf: null,
  };
}
