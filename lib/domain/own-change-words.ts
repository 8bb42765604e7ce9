import { type DecidingRule, rulePlace } from "./permission";

/** Why nobody approves this change, which is their own, where a rule says so: `You started this execution, and …`. */
export function ownChangeWords(own: "started" | "authored", rule: DecidingRule): string {
  const why = own === "started" ? "You started this execution" : "You are an author of this change";
  return `${why}, and nobody approves their own here (${rulePlace(rule)}).`;
}
