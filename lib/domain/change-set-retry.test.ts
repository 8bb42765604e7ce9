import { describe, expect, it } from "vitest";
import { changeSetTrouble } from "./change-set-retry";
import type { ActionState } from "./pipeline-state";

function action(name: string, mode: string, standing: string, stack = "web"): ActionState {
  const entry = (key: string, value: string) => ({ key, value, hidden: false });
  return {
    name,
    runOrder: 1,
    category: "Deploy",
    owner: "AWS",
    provider: "CloudFormation",
    standing,
    inputArtifacts: [],
    outputArtifacts: [],
    configuration: [entry("ActionMode", mode), entry("StackName", stack), entry("ChangeSetName", "next")],
  };
}

const made = action("make", "CHANGE_SET_REPLACE", "Succeeded");
const failed = action("execute", "CHANGE_SET_EXECUTE", "Failed");

describe("changeSetTrouble", () => {
  it("says that a change set which was executed must be made anew", () => {
    const stage = { name: "Prod", actions: [made, failed] };
    expect(changeSetTrouble(stage, [], "FAILED_ACTIONS")).toContain(
      "Retry all actions, which makes it anew.",
    );
    expect(changeSetTrouble(stage, [], "ALL_ACTIONS")).toBeUndefined();
  });

  it("says that no retry helps when an earlier stage made it", () => {
    const stage = { name: "Prod", actions: [failed] };
    const before = [{ name: "Prepare", actions: [made] }];
    for (const mode of ["FAILED_ACTIONS", "ALL_ACTIONS"] as const)
      expect(changeSetTrouble(stage, before, mode)).toContain("release the change again");
  });

  it("says nothing of what failed otherwise, of other stacks, and where making it failed", () => {
    const other = action("make", "CHANGE_SET_REPLACE", "Succeeded", "api");
    const plain = { ...failed, configuration: [] };
    const unmade = { ...made, standing: "Failed" };
    const fine = { ...failed, standing: "NotYetRun" };
    for (const actions of [
      [made, plain],
      [unmade, failed],
      [unmade, fine],
    ])
      expect(changeSetTrouble({ name: "Prod", actions }, [], "FAILED_ACTIONS")).toBeUndefined();
    const stage = { name: "Prod", actions: [other, failed] };
    expect(changeSetTrouble(stage, [], "FAILED_ACTIONS")).toContain("another action");
  });
});
