import "server-only";
import type { SeenExecution } from "@/lib/domain/ships";
import type { ShipsExecution } from "@/lib/domain/stage-ships";

/** An execution as one end of a comparison. */
export function toShipsExecution(execution: SeenExecution & { updatedAt?: string }): ShipsExecution {
  const { id, startedAt, updatedAt, standing, executionType, revisions } = execution;
  return {
    id,
    ...(startedAt !== undefined && { startedAt }),
    ...(updatedAt !== undefined && { endedAt: updatedAt }),
    standing,
    executionType,
    revisions: [...revisions],
  };
}
