import { rulePlace } from "./permission";
import { PRESS_CONDITIONS, type PressConditions } from "./press-conditions";

const SENTENCES = {
  reasonRequired: "A press needs a reason.",
  noOwnChanges: "Nobody approves their own change.",
  twoApprovers: "Two people have to approve: the first approval is recorded, and sent with the second.",
} as const;

/** What more a press takes, in a sentence each with the place of its rule. */
export function conditionSentences(conditions: PressConditions): string[] {
  return PRESS_CONDITIONS.flatMap((condition) => {
    const rule = conditions[condition];
    return rule ? [`${SENTENCES[condition]} (${rulePlace(rule)})`] : [];
  });
}
