import { shortForms } from "./proofs";
import type { Step } from "./run-steps";

/**
 * The short form of every proof, in lanes that run at the same time: most of them wait for much of it, for sweeps, for
 * deadlines, for what a browser does not even try. With more lanes than a small machine has processors, what they wait for
 * comes later than they allow.
 */
export const SIDE_BY_SIDE: readonly (readonly Step[])[] = [
  shortForms(["names", "csrf", "audit", "secrets", "tamper"]),
  shortForms(["clicks", "stale", "access"]),
];
