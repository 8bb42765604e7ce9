import type { ChangedVariable } from "./changed-variables";
import type { Instant } from "./instant";
import { type SeenExecution, type SourceChanges, shipsOf } from "./ships";
import type { StageFault } from "./stage-faults";
import type { ShipsExecution } from "./stage-ships";
import type { Unread } from "./unread";

/** An execution that failed in a stage, and what is different since one last went through it. */
export interface StageFailure extends SourceChanges {
  stage: string;
  /** What failed, as long as the stage still shows this execution. */
  faults: StageFault[];
  /** The execution that failed. */
  to: ShipsExecution;
  /** The last one before it that went through the stage; absent when none is known, for which `unread` may say why. */
  from?: ShipsExecution;
  /** When the first of the failures since then was over. */
  failingSince?: Instant;
  /** How many executions have failed here since then, this one among them, as far as is known. */
  failures: number;
  /** Absent when they could not be compared. */
  variables?: { changed: ChangedVariable[]; same: number };
  /** Versions of the declaration that the two ran with; absent when they could not be compared. */
  definition?: { from: number; to: number };
  /** Why `from` is not known, or what is absent could not be compared. */
  unread?: Unread;
  /** IAM actions the role lacks: what needs them is left out. */
  gaps: string[];
}

/** An execution with AWS's lastUpdateTime. */
export type EndedExecution = SeenExecution & { updatedAt?: Instant };

/**
 * Since when a stage has been failing, by how many executions, and what revisions came since one last went through it; the
 * same rule tells what an approval would ship.
 *
 * @param from the last one that went through the stage before `to`; undefined when none is known
 * @param seen every execution known
 */
export function failureSince(
  stage: string,
  from: EndedExecution | undefined,
  to: EndedExecution,
  seen: readonly EndedExecution[],
): SourceChanges & Pick<StageFailure, "failingSince" | "failures"> {
  const others = seen.filter(
    (one) => one.id !== to.id && one.standing === "Failed" && one.stage === stage && isBetween(one, from, to),
  );
  const ends = [to, ...others].flatMap(({ updatedAt }) => updatedAt ?? []).sort();
  return {
    ...shipsOf(from, to, seen),
    failures: others.length + 1,
    ...(ends[0] !== undefined && { failingSince: ends[0] }),
  };
}

function isBetween(one: EndedExecution, from: EndedExecution | undefined, to: EndedExecution): boolean {
  const at = one.startedAt ?? "";
  return at > (from?.startedAt ?? "") && at < (to.startedAt ?? "");
}
