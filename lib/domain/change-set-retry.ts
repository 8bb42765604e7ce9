import type { ActionState } from "./pipeline-state";
import type { RetryMode } from "./why-not-retry";

type ChangeSetAction = Pick<ActionState, "name" | "standing" | "provider" | "configuration">;

/** A stage as far as change sets go. */
interface ChangeSetStage {
  name: string;
  actions: readonly ChangeSetAction[];
}

/**
 * What makes a retry useless where a change set of CloudFormation is made by one action and executed by another: a change
 * set can be executed once, so only making it anew helps. Undefined where that is not so.
 *
 * @param before the stages in front of the one to be retried
 */
export function changeSetTrouble(
  stage: ChangeSetStage,
  before: readonly ChangeSetStage[],
  mode: RetryMode,
): string | undefined {
  for (const action of stage.actions.filter((each) => isFailed(each) && modeOf(each) === EXECUTES)) {
    const makes = (each: ChangeSetAction) => modeOf(each) === MAKES && isSameSet(each, action);
    const here = stage.actions.find(makes);
    if (here && (mode === "ALL_ACTIONS" || isFailed(here))) continue;
    const elsewhere = before.find(({ actions }) => actions.some(makes));
    const used = `${action.name} executes a change set that ${here?.name ?? elsewhere?.name ?? "another action"} made; a change set that was executed cannot be executed again.`;
    if (here) return `${used} Retry all actions, which makes it anew.`;
    return `${used} No retry of ${stage.name} makes it anew: release the change again.`;
  }
  return undefined;
}

const MAKES = "CHANGE_SET_REPLACE";
const EXECUTES = "CHANGE_SET_EXECUTE";

function isFailed({ standing }: ChangeSetAction): boolean {
  return standing === "Failed" || standing === "Abandoned";
}

function modeOf({ configuration, provider }: ChangeSetAction): string | undefined {
  return provider === "CloudFormation" ? settingOf(configuration, "ActionMode") : undefined;
}

/** Names that cannot be read are taken as equal: a warning too many is better than one too few. */
function isSameSet(a: ChangeSetAction, b: ChangeSetAction): boolean {
  return ["StackName", "ChangeSetName"].every((key) => {
    const [one, other] = [settingOf(a.configuration, key), settingOf(b.configuration, key)];
    return one === undefined || other === undefined || one === other;
  });
}

function settingOf(configuration: ActionState["configuration"], key: string): string | undefined {
  return configuration.find((entry) => entry.key === key)?.value ?? undefined;
}
