import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import { personOf } from "@/components/testing/render-as";
import type { ApprovalStanding } from "@/lib/domain/approval-standing";
import { learnServerNow } from "@/lib/queries/server-now";
import { ApprovalButtons } from "./approval-buttons";
import { approvalFacts } from "./approval-facts";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(cleanup);

const rule = { path: "permissions.pipelines[0]", line: 12, words: "" };

function show(approval: ApprovalStanding | undefined) {
  const facts = approvalFacts(checkoutWeb(), { stage: "Approve", action: "ship-to-prod" });
  if (facts === undefined) throw new Error("no approval waits there");
  const onAnswer = vi.fn<(result: string) => void>();
  render(
    <ApprovalButtons
      facts={facts}
      person={personOf("approver")}
      permission={{ allowed: true, rule }}
      comment=""
      commentMax={512}
      conditions={{ noOwnChanges: rule, twoApprovers: rule }}
      approval={approval}
      rejecting={false}
      moved={undefined}
      onRejecting={() => undefined}
      onAnswer={onAnswer}
      onReview={() => undefined}
    />,
  );
  return onAnswer;
}

const approve = () => screen.getByRole("button", { name: /^Approve / });

test("the first of two is told so before the press, and so is the second", () => {
  const onAnswer = show({ firstBy: null });
  expect(approve().textContent).toBe("Approve c08d3aa as first of two");
  expect(screen.getByText(/sent with the second person's/)).toBeTruthy();
  fireEvent.click(approve());
  expect(onAnswer).toHaveBeenCalledWith("Approved");
  cleanup();
  show({ firstBy: { id: "u-2", name: "Linus" } });
  expect(approve().textContent).toBe("Approve c08d3aa as second, ships now");
  expect(screen.getByText(/Linus approved first\./)).toBeTruthy();
});

test.each<[string, ApprovalStanding, RegExp]>([
  [
    "their own change",
    { own: "authored" },
    /^You are an author of this change, and nobody approves their own/,
  ],
  [
    "what they approved first",
    { firstBy: { id: "approver", name: "Ada" } },
    /^You approved already; a second/,
  ],
])("a person cannot approve %s, is told why, and may reject it", (_what, standing, why) => {
  const onAnswer = show(standing);
  expect(screen.getAllByText(why).length).toBeGreaterThan(0);
  expect(approve().textContent).toMatch(/^Approve c08d3aa for Prod/);
  expect(approve().getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(approve());
  expect(onAnswer).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "Reject…" }).getAttribute("aria-disabled")).toBeNull();
});

test("while nobody knows, the button promises nothing of it", () => {
  show(undefined);
  expect(approve().textContent).toBe("Approve c08d3aa for Prod");
});
