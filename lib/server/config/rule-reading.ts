import "server-only";
import type { LineOf, Reporter } from "./unknown-keys";

/** What reading a rule needs to know of the rest of the file. */
export interface RuleReading {
  /** Ids of the targets. */
  targets: readonly string[];
  report: Reporter;
  lineOf: LineOf;
}
