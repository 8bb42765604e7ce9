import "server-only";
import type { PipelineState } from "@/lib/domain/pipeline-state";

/** What EventBridge tells of: what runs where, and how it ended. Gates and conditions have no events. */
export function movesOf({ row }: PipelineState): string {
  return JSON.stringify(row.stations.map(({ train, revision }) => [train?.executionId, revision]));
}
