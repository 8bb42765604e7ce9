import { addRevision } from "./add-revision";
import type { NewRevision } from "./revision";
import { Simulation } from "./simulation";

/**
 * One emulated world: `new World({seed, now})`. Nothing in it runs by itself; `advanceTo` moves its clock, and
 * operations (emulator/operations/execute.ts) act on it at `now`. Same seed and same calls give the same bytes.
 */
export class World extends Simulation {
  /**
   * A new revision appears at a source action and starts what it would start in AWS. Answers the ids of the
   * executions it started. Throws ServiceError: PipelineNotFoundException, ActionNotFoundException.
   */
  addRevision(revision: NewRevision): string[] {
    return addRevision(this, revision);
  }
}
