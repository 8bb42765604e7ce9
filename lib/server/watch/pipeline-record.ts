import "server-only";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { AwsPipelineSummary } from "../codepipeline/list-pipelines";
import { deniedAction } from "./denied-alone";
import type { ReadAt } from "./read-at";
import type { Kept } from "./read-pipeline";
import { reasonOf, type Trouble } from "./trouble";

/** What is known about one pipeline. */
export interface PipelineRecord {
  readonly name: string;
  /** Version of its target at its last change. */
  version: number;
  listed: AwsPipelineSummary;
  state: PipelineState | null;
  /** How much of a pipeline `state` shows; null before anything was read, and when only the glance of a first sweep was. */
  depth: "row" | "full" | null;
  /** What the last read in this process left for the next one. */
  kept: Kept | null;
  /** When AWS last answered for it; null when it never did. */
  readAt: ReadAt | null;
  /** Why its last read failed; null when it did not. */
  trouble: Trouble | null;
}

/** Whether something of it runs or waits, so that it is worth reading often. */
export function isRunning({ state }: PipelineRecord): boolean {
  return state !== null && state.row.running > 0;
}

/** What the row of a pipeline that was read tells of trouble: the one its target says nothing of. */
export function toldDenial(trouble: Trouble | null): string | undefined {
  return trouble === null ? undefined : deniedAction(trouble.failure);
}

/** The row of a pipeline; one that was never read shows what the list says, and no status. */
export function rowOf(
  targetId: string,
  { name, state, listed, trouble }: Pick<PipelineRecord, "name" | "state" | "listed" | "trouble">,
): PipelineRow {
  const denied = toldDenial(trouble);
  if (state) return denied === undefined ? state.row : { ...state.row, denied };
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
