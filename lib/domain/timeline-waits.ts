import type { ActionRun, TimelineStage, TimelineWait } from "./execution-detail";
import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import type { Instant } from "./instant";
import type { StageState } from "./pipeline-state";

/** Between two stages AWS itself takes a few seconds; only a longer gap was a wait. */
const SHORTEST_WAIT_MS = 10_000;

/** Standings of a stage that an execution has behind it. */
const PASSED = new Set(["Succeeded", "Overridden", "Skipped"]);

/** What tells whether an execution waited in front of a stage. */
export interface EntryFacts {
  /** When the last stage before it ended. */
  before: Instant | undefined;
  /** The furthest stage the execution entered, when this is the one behind it. */
  last: TimelineStage | undefined;
  /** The stage it entered before. */
  previous: TimelineStage | undefined;
  facts: {
    executionId: string;
    /** AWS's status of the execution. */
    status: string;
    endedAt?: Instant;
    /** The line now. */
    stages: readonly StageState[];
  };
}

/**
 * The wait in front of a stage: what it waits for now is known; of one that is over only that it was, as AWS does not
 * keep who was in the stage or which gate was closed. An execution that was superseded, stopped or cancelled in front of
 * a stage waited there to its end.
 */
export function entryWaits(
  stage: TimelineStage,
  { before, last, previous, facts }: EntryFacts,
): TimelineWait[] {
  const { executionId, status, endedAt, stages } = facts;
  if (before === undefined) return [];
  if (stage.startedAt !== undefined) {
    const overridden = previous?.rules.some((rule) => rule.overridden && rule.condition === "onSuccess");
    const why = overridden ? "for an override" : undefined;
    return waited(before, stage.startedAt, why);
  }
  if (!isInFlight(status)) {
    const inFront =
      last !== undefined && PASSED.has(last.standing) && status !== "Succeeded" && status !== "Failed";
    return inFront ? waited(before, endedAt) : [];
  }
  const line = stages.find((candidate) => candidate.name === stage.name);
  if (!line?.inbound.some((waiting) => waiting.executionId === executionId)) return [];
  if (!line.transition.enabled)
    return [{ kind: "gate", from: before, why: `for the gate into ${stage.name}` }];
  return [{ kind: "track", from: before, why: behind(line) }];
}

function waited(from: Instant, to: Instant | undefined, why?: string): TimelineWait[] {
  const gapMs = Date.parse(to ?? "") - Date.parse(from);
  return to !== undefined && gapMs >= SHORTEST_WAIT_MS
    ? [{ kind: "track", from, to, ...(why === undefined ? {} : { why }) }]
    : [];
}

function behind(line: StageState): string | undefined {
  if (line.executionId === undefined) return undefined;
  return `behind ${executionLabel(line.executionId, line.revision === undefined ? [] : [line.revision])}`;
}

/** How long a person was asked, for every approval. */
export function personWaits(actions: readonly ActionRun[]): TimelineWait[] {
  return actions
    .filter((action) => action.category === "Approval")
    .flatMap((action) =>
      action.startedAt === undefined
        ? []
        : {
            kind: "person",
            from: action.startedAt,
            ...(action.endedAt === undefined ? {} : { to: action.endedAt }),
            why: `for an answer to ${action.name}`,
          },
    );
}
