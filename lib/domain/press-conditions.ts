import type { DecidingRule, NamePattern, Place } from "./permission";

/** Names of what more a press can take. */
export const PRESS_CONDITIONS = ["reasonRequired", "noOwnChanges", "twoApprovers"] as const;
type Condition = (typeof PRESS_CONDITIONS)[number];

/** What more a press takes where the patterns match. */
export interface PressRule extends DecidingRule, Readonly<Record<Condition, boolean>> {
  targets?: NamePattern;
  pipelines?: NamePattern;
}

/** What more a press takes at a place, each with the first rule that says so. */
export type PressConditions = Partial<Record<Condition, DecidingRule>>;

/** What holds at a pipeline: of several rules that match, each counts. */
export function pressConditions(rules: readonly PressRule[], { target, pipeline }: Place): PressConditions {
  const here = rules.filter(
    ({ targets, pipelines }) => (targets?.matches(target) ?? true) && (pipelines?.matches(pipeline) ?? true),
  );
  const found: PressConditions = {};
  for (const condition of PRESS_CONDITIONS) {
    const rule = here.find((one) => one[condition]);
    if (rule) found[condition] = { path: rule.path, line: rule.line, words: rule.words };
  }
  return found;
}
