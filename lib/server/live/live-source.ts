import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { Viewer } from "@/lib/domain/viewer";

/** How one target stands. */
export interface TargetStanding {
  target: string;
  /** Of the newest change that was published: whoever resumes from it has missed nothing. */
  version: number;
  freshness: Freshness;
  /** Changes are known that cannot be published for now: whoever asks learns more than who is told. */
  isBehind?: boolean;
}

/** What the hub asks of whoever knows the pipelines. */
export interface LiveSource {
  /** In the order of the configuration. */
  standings(): TargetStanding[];
  /** Of these standings those that a viewer may see, and no more in them than that. */
  seen(viewer: Viewer, standings: readonly TargetStanding[]): readonly TargetStanding[];
  /** Every pipeline that changed after a version, as whole rows, the earliest change first; null when that is not known. */
  changesSince(target: string, version: number): PipelineChange[] | null;
}
