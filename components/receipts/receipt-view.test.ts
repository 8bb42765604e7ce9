import { describe, expect, it } from "vitest";
import { activityOutcome } from "@/components/activity/activity-outcome";
import { checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import { executionOf } from "@/components/pipelines/checkout-web-revisions-fixture";
import type { Receipt } from "@/lib/domain/receipt";
import { pressedLabel, receiptEffect } from "./receipt-effect";
import { receiptView, shortRequestId } from "./receipt-view";

const RECEIPT: Receipt = {
  id: "0d2c9b1e-5a53-4a53-9a51-6a2f1b8d7c01",
  verb: "approve",
  target: "prod-eu",
  pipeline: "checkout-web",
  stage: "Approve",
  action: "ship-to-prod",
  executionId: executionOf("c08d3aa"),
  person: { id: "approver", name: "Arun Mehta" },
  state: "recorded",
  recordedAt: "2026-11-21T03:12:04.118Z",
};
const SENT: Receipt = { ...RECEIPT, state: "sent", sentAt: "2026-11-21T03:12:04.131Z" };
const ACCEPTED: Receipt = {
  ...SENT,
  state: "accepted",
  settledAt: "2026-11-21T03:12:05.000Z",
  awsRequestId: "71c0aaaa-0000-4000-8000-0000000000e5",
};
const EFFECT = { text: "c08d3aa left Approve.", seenAt: "2026-11-21T03:12:07.502Z" };

describe("receiptView", () => {
  it("draws the line solid only as far as is known", () => {
    const solid = (receipt: Receipt, effect?: typeof EFFECT) =>
      receiptView(receipt, "c08d3aa", effect).steps.map((step) => step.solid);
    expect(solid(RECEIPT)).toEqual([false, false, false, false]);
    expect(solid(SENT)).toEqual([true, false, false, false]);
    expect(solid(ACCEPTED)).toEqual([true, true, false, false]);
    expect(solid(ACCEPTED, EFFECT)).toEqual([true, true, true, false]);
    expect(solid({ ...SENT, state: "unknown" })).toEqual([true, false, false, false]);
  });

  it("says of an effect that may be somebody else's what is there and what to do, and claims nothing", () => {
    const finding = "Ship in Deploy began again. AWS does not tell by whom.";
    const settledAt = "2026-11-21T03:42:20.000Z";
    const view = receiptView({ ...SENT, verb: "retry", state: "undecided", settledAt, finding }, "c08d3aa");
    expect(view).toMatchObject({ mark: "unknown", settled: true });
    expect(view.title).toBe("The answer was lost, and it cannot be told what came of it");
    expect(view.text).toContain(finding);
    expect(view.text).toContain("press again only if");
    expect(view.steps.map(({ mark }) => mark)).toEqual(["done", "done", "unknown", "unknown"]);
  });

  it("claims an effect only once it was seen", () => {
    expect(receiptView(ACCEPTED, "c08d3aa").title).toBe("AWS accepted it");
    const seen = receiptView(ACCEPTED, "c08d3aa", EFFECT);
    expect(seen.title).toBe("Approved, and seen");
    expect(seen.steps[3]).toMatchObject({ label: "Effect seen", note: "03:12:07.502", mark: "done" });
    expect(seen.settled).toBe(true);
  });

  it("says of an effect that nobody looks for any more that it was not seen, and is not busy with it", () => {
    const view = receiptView(ACCEPTED, "c08d3aa", undefined, true);
    expect(view).toMatchObject({ mark: "unknown", title: "AWS accepted it", settled: true });
    expect(view.text).toContain("was not seen within 24 hours");
    expect(view.steps.map(({ mark }) => mark)).toEqual(["done", "done", "done", "unknown"]);
    expect(receiptView(ACCEPTED, "c08d3aa", EFFECT, true)).toMatchObject({ mark: "done" });
    const words = (isUnseen: boolean) => activityOutcome(ACCEPTED, isUnseen).words;
    expect([words(false), words(true)]).toEqual(["Accepted, reading", "Accepted, effect not seen"]);
  });

  it("says why AWS refused, and names an unknown refusal by its code", () => {
    const refused = (code: string) =>
      receiptView(
        { ...SENT, state: "refused", refusal: { code, message: "No", beforeSending: false } },
        "c08d3aa",
      );
    expect(refused("ApprovalAlreadyCompletedException").title).toBe("Refused: already answered");
    expect(refused("BrandNewException").title).toBe("Refused: BrandNewException");
    expect(refused("BrandNewException").text).toBe("No. Nothing of yours was applied.");
  });

  it("tells a press that was never sent from one that AWS refused", () => {
    const view = receiptView(
      { ...RECEIPT, state: "refused", refusal: { code: "approval.moved", message: "", beforeSending: true } },
      "c08d3aa",
    );
    expect(view.title).toBe("Not sent: it is another execution now");
    expect(view.steps[1]).toMatchObject({ label: "Not sent", mark: "not-sent" });
    expect(view.steps[2].mark).toBe("rest");
  });

  it("never speaks of sending an unknown press again", () => {
    const view = receiptView({ ...SENT, state: "unknown" }, "c08d3aa");
    expect(view.title).toBe("Not known yet, checking");
    expect(view.text).toContain("It is not sent again.");
    expect(receiptView({ ...SENT, state: "unknown" }, "c08d3aa", EFFECT).text).toContain(
      "Whether by this press is not known yet.",
    );
  });

  it("shortens long request ids only", () => {
    expect(shortRequestId("71c0aaaa-0000-4000-8000-0000000000e5")).toBe("71c0…e5");
    expect(shortRequestId("short")).toBe("short");
  });
});

describe("receiptEffect", () => {
  function answered() {
    const state = checkoutWeb();
    const prod = state.stages[4];
    const action = state.stages[3]?.actions[0];
    if (action !== undefined && prod !== undefined) {
      action.approval = undefined;
      prod.inbound.push({
        executionId: executionOf("c08d3aa"),
        label: "c08d3aa",
        kind: "track",
        status: "InProgress",
        executionType: "STANDARD",
        revisions: [],
      });
    }
    return state;
  }

  it("sees where an approved execution stands now", () => {
    expect(receiptEffect(ACCEPTED, answered())).toEqual({
      text: "c08d3aa left Approve and stands third at the closed gate into Prod.",
      seenAt: "2026-11-21T03:12:08.000Z",
    });
  });

  it("sees at which closed gate an execution stands whom AWS lists in front of no stage", () => {
    const state = answered();
    for (const stage of state.stages) stage.inbound = [];
    const execution = state.onTheLine.find(({ id }) => id === RECEIPT.executionId);
    Object.assign(execution ?? {}, { status: "InProgress", standing: "ClosedGate", stage: "Prod" });
    expect(receiptEffect(ACCEPTED, state)?.text).toBe(
      "c08d3aa left Approve and stands at the closed gate into Prod.",
    );
  });

  it("sees nothing while the approval still waits", () => {
    expect(receiptEffect(ACCEPTED, checkoutWeb())).toBeUndefined();
  });

  it("takes no proof from a state read before the press was sent", () => {
    expect(receiptEffect({ ...ACCEPTED, sentAt: "2026-11-21T03:12:09.000Z" }, answered())).toBeUndefined();
  });

  it("sees a stop once the execution is stopping or has stopped", () => {
    const stop: Receipt = { ...ACCEPTED, verb: "stop", executionId: executionOf("e41c9d2") };
    const state = checkoutWeb();
    expect(receiptEffect(stop, state)).toBeUndefined();
    const execution = state.onTheLine[0];
    if (execution !== undefined) {
      execution.status = "Stopping";
    }
    expect(receiptEffect(stop, state)?.text).toBe("e41c9d2 is stopping: actions that run finish first.");
  });

  it("calls an execution without revisions by the start of its id", () => {
    expect(pressedLabel(undefined, "12345678-aaaa")).toBe("12345678");
    expect(pressedLabel(checkoutWeb(), executionOf("41fa0c7"))).toBe("41fa0c7");
  });
});
