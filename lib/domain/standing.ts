/**
 * Where a pipeline, stage, action, condition or execution stands, as one word for people.
 *
 * Most are AWS's own status words. `Approval`, `ClosedGate`, `Queued` and `NotYetRun` are ours: they say
 * where something stands that AWS calls InProgress or says nothing about.
 */
export const KNOWN_STANDINGS = [
  "Succeeded",
  "InProgress",
  "Failed",
  "Approval",
  "ClosedGate",
  "Queued",
  "NotYetRun",
  "Stopping",
  "Stopped",
  "Superseded",
  "Cancelled",
  "Skipped",
  "Abandoned",
  "Overridden",
  "Errored",
] as const;

export type KnownStanding = (typeof KNOWN_STANDINGS)[number];

/** A known standing, or a status AWS has added since, kept by its own name. */
export type Standing = KnownStanding | (string & {});

/** Tells a standing this version has words and a shape for from one that AWS has added since. */
export function isKnownStanding(standing: Standing): standing is KnownStanding {
  return (KNOWN_STANDINGS as readonly string[]).includes(standing);
}
