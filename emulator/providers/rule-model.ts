import type { RuleDeclaration } from "../engine/declaration";
import type { Random } from "../engine/random";

/** What a rule's model may know about a rule that starts. */
export interface RuleStart {
  account: string;
  region: string;
  pipeline: string;
  rule: RuleDeclaration;
  /** The kind of condition the rule belongs to. */
  kind: "beforeEntry" | "onSuccess" | "onFailure";
  /** Configuration with its variables replaced. */
  configuration: Record<string, string>;
  /** Epoch milliseconds. */
  now: number;
  /** After this time the rule counts as failed, whatever the service does. */
  timeoutMs: number;
  random: Random;
}

/** How a rule goes when nobody scripts it otherwise. */
export interface RulePlan {
  /** Infinity when it never ends by itself. */
  durationMs: number;
  /** How long it takes to fail, when that is not as long as to succeed. */
  failsAfterMs?: number;
  status: "Succeeded" | "Failed";
  summary: string;
  failure: { code: string; message: string };
  externalExecutionId?: string;
  externalExecutionUrl?: string;
}

/** A model of how one service behaves as a provider of rules. */
export type RuleModel = (start: RuleStart) => RulePlan;
