import type { ConditionState, StageState } from "./pipeline-state";
import { whyNotOverride } from "./why-not-override";

/** Conditions of a stage that AWS lets somebody override (OverrideStageCondition), and where they stand in its state. */
export const OVERRIDABLE = [
  { condition: "BEFORE_ENTRY", member: "beforeEntry" },
  { condition: "ON_SUCCESS", member: "onSuccess" },
] as const;

export type Overridable = (typeof OVERRIDABLE)[number]["condition"];

/** The condition that a stage failed by, which is overridden and not retried; undefined when an action failed, or nothing did. */
export function stoppedBy(stage: StageState): { condition: Overridable; state: ConditionState } | undefined {
  if (stage.standing !== "Failed" && stage.standing !== "Errored") return undefined;
  if (stage.actions.some(({ standing }) => standing === "Failed")) return undefined;
  const stops = ({ standing }: ConditionState) => standing === "Failed" || standing === "Errored";
  return OVERRIDABLE.flatMap(({ condition, member }) => {
    const state = stage[member];
    return state && stops(state) && whyNotOverride(state) === undefined ? [{ condition, state }] : [];
  }).at(0);
}
