import type { Standing } from "./standing";

/** A standing AWS has added since: after what runs, before what rests. */
const UNKNOWN_RANK = 6;

const RANKS: Record<string, number> = {
  Failed: 0,
  Errored: 0,
  Approval: 1,
  ClosedGate: 2,
  Queued: 3,
  Stopping: 4,
  InProgress: 5,
  Abandoned: 7,
  Stopped: 7,
  Cancelled: 8,
  Succeeded: 9,
  Overridden: 9,
  Skipped: 9,
  Superseded: 9,
  NotYetRun: 10,
};

/** How much a standing wants a person, 0 the most: the order of "worst first". `null`, not read yet, comes last. */
export function attentionRank(standing: Standing | null): number {
  if (standing === null) return 11;
  return Object.hasOwn(RANKS, standing) ? (RANKS[standing] ?? UNKNOWN_RANK) : UNKNOWN_RANK;
}

/** The standing that wants a person most; the first of equals. */
export function worstOf(standings: readonly Standing[]): Standing | undefined {
  return standings.reduce<Standing | undefined>(
    (worst, standing) =>
      worst === undefined || attentionRank(standing) < attentionRank(worst) ? standing : worst,
    undefined,
  );
}
