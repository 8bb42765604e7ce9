import fc from "fast-check";
import { expect, it } from "vitest";
import type { Receipt } from "./receipt";
import { isFinal, nextReceipt, type ReceiptAction } from "./receipt-transitions";

const at = fc.integer({ min: 0, max: 1e12 }).map((ms) => new Date(1.7e12 + ms).toISOString());
const awsRequestId = fc.option(fc.uuid(), { nil: undefined });
const refusal = fc.record({ code: fc.string(), message: fc.string(), beforeSending: fc.boolean() });
const action: fc.Arbitrary<ReceiptAction> = fc.oneof(
  fc.record({ kind: fc.constant("send" as const), at }),
  fc.record({ kind: fc.constant("accept" as const), at, awsRequestId }),
  fc.record({ kind: fc.constant("refuse" as const), at, refusal, awsRequestId }),
  fc.record({ kind: fc.constant("lose" as const), awsRequestId }),
  fc.record({ kind: fc.constant("confirm" as const), at, finding: fc.string() }),
  fc.record({ kind: fc.constant("rule-out" as const), at, finding: fc.string() }),
  fc.record({ kind: fc.constant("leave-open" as const), at, finding: fc.string() }),
);
const actions = fc.array(action, { maxLength: 12 });

const pressed: Receipt = {
  id: "00000000-0000-4000-8000-000000000001",
  verb: "approve",
  target: "dev-eu",
  pipeline: "shop",
  person: { id: "approver", name: "Arun Mehta" },
  state: "recorded",
  recordedAt: "2026-11-21T03:00:00.000Z",
};

/** Every receipt along the way; what cannot become known changes nothing. */
function story(happened: readonly ReceiptAction[]): Receipt[] {
  const receipts = [pressed];
  for (const one of happened) {
    const next = nextReceipt(receipts.at(-1) ?? pressed, one);
    if (next) receipts.push(next);
  }
  return receipts;
}

it("a press is sent at most once, and never after anything else became known of it", () => {
  fc.assert(
    fc.property(actions, (happened) => {
      const states = story(happened).map(({ state }) => state);
      expect(states.filter((state) => state === "sent").length).toBeLessThanOrEqual(1);
      expect(states.slice(2)).not.toContain("sent");
      expect(states.slice(1)).not.toContain("recorded");
    }),
  );
});

it("what is final stays as it is", () => {
  fc.assert(
    fc.property(actions, action, (happened, later) => {
      const last = story(happened).at(-1) ?? pressed;
      if (isFinal(last.state)) expect(nextReceipt(last, later)).toBeUndefined();
    }),
  );
});

it("a press that was accepted is never refused, unknown or without effect again", () => {
  fc.assert(
    fc.property(actions, (happened) => {
      const states = story(happened).map(({ state }) => state);
      const accepted = states.indexOf("accepted");
      if (accepted >= 0)
        expect(["accepted", "confirmed"]).toEqual(expect.arrayContaining(states.slice(accepted)));
    }),
  );
});

it("an effect is confirmed, ruled out or left open only of what was sent", () => {
  fc.assert(
    fc.property(actions, (happened) => {
      const last = story(happened).at(-1) ?? pressed;
      if (["confirmed", "no-effect", "undecided"].includes(last.state)) expect(last.sentAt).toBeDefined();
      expect(last.confirmedAt === undefined).toBe(last.state !== "confirmed");
      expect(last.refusal === undefined).toBe(last.state !== "refused");
      expect(last.settledAt === undefined).toBe(["recorded", "sent", "unknown"].includes(last.state));
    }),
  );
});

it("who pressed what never changes", () => {
  fc.assert(
    fc.property(actions, (happened) => {
      const { id, verb, target, pipeline, person, recordedAt } = story(happened).at(-1) ?? pressed;
      expect({ ...pressed, id, verb, target, pipeline, person, recordedAt }).toEqual(pressed);
    }),
  );
});
