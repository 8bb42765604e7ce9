import { expect, test } from "vitest";
import type { ActionState } from "@/lib/domain/pipeline-state";
import { actionLine } from "./action-line";
import { checkoutWeb } from "./checkout-web-fixture";

function approvalOf(change: Partial<ActionState>): string | undefined {
  const stage = checkoutWeb().stages[3];
  const action = stage?.actions[0];
  return stage === undefined || action === undefined
    ? undefined
    : actionLine({ ...action, ...change }, stage).text;
}

test("one open approval tells its end, several tell how many wait", () => {
  expect(approvalOf({})).toMatch(/^until \d\d:\d\d$/);
  const { approval } = checkoutWeb().stages[3]?.actions[0] ?? {};
  expect(approvalOf({ moreApprovals: approval === undefined ? [] : [approval, approval] })).toBe("3 wait");
});

test("an action that several executions run at once tells how many", () => {
  expect(approvalOf({ standing: "InProgress", approval: undefined, openRuns: 3 })).toBe("3 running");
});
