import type { ChangedVariable } from "./changed-variables";
import type { Instant } from "./instant";
import type { StageState } from "./pipeline-state";
import type { Revision } from "./revision";
import type { SourceChanges } from "./ships";
import type { Standing } from "./standing";
import type { Unread } from "./unread";

/** One end of a comparison: what is there, or what would be. */
export interface ShipsExecution {
  id: string;
  startedAt?: Instant;
  /** AWS's lastUpdateTime. */
  endedAt?: Instant;
  standing: Standing;
  executionType: string;
  revisions: Revision[];
}

/** What a press at a stage would ship, or take away. */
export interface StageShips extends SourceChanges {
  stage: string;
  /** The stage whose content would change: behind an approval the next one, for a rollback the stage itself. */
  destination: string;
  /** What went through `destination` last; absent when nothing has, as far as AWS tells, or `unread` says why. */
  from?: ShipsExecution;
  to: ShipsExecution;
  /** Absent when they could not be compared. */
  variables?: { changed: ChangedVariable[]; same: number };
  /** Why `from` is not known, or `variables` could not be compared. */
  unread?: Unread;
  /** Executions that wait in front of `stage`, in the order in which they would enter. */
  waiting: Array<{ id: string; label: string; revisions: Revision[] }>;
  /** When the approval that asks about `to` runs out. */
  expiresAt?: Instant;
  /** IAM actions the role lacks: what needs them is left out. */
  gaps: string[];
}

/**
 * The stage that changes when an execution goes on from `stage`: the stage itself while it has actions behind the
 * approval that is open there, else the next one; at the end of the line the stage itself.
 */
export function destinationOf(stages: readonly StageState[], stage: StageState): StageState {
  const approval = stage.actions.find((action) => action.approval !== undefined);
  const more = approval && stage.actions.some((action) => action.runOrder > approval.runOrder);
  if (more) return stage;
  return stages[stages.findIndex(({ name }) => name === stage.name) + 1] ?? stage;
}
