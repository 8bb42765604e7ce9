import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AwsReadError } from "../codepipeline/read-aws";
import type { WriteOutcome } from "../codepipeline/write-aws";
import { ApiError } from "../errors";
import { newId } from "../new-id";
import { findReceipt } from "../store/receipts";
import { ACCEPTED, approving } from "../testing/counted-press";
import { openHouse, type TestHouse } from "../testing/house";
import { presser } from "../testing/presser";
import { type Press, press } from "./press";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("press", () => {
  it("takes an accepted press from recorded over sent to accepted, with AWS's request id", async () => {
    const by = presser("approver");
    const { what } = approving(ACCEPTED);
    const receipt = await press(by, what);
    expect(receipt).toMatchObject({
      id: by.idempotencyKey,
      verb: "approve",
      target: "dev-eu",
      pipeline: "shop",
      stage: "Prod",
      action: "Sign-off",
      person: { id: "approver", name: "Arun Mehta" },
      reason: "looks right",
      state: "accepted",
      awsRequestId: "req-1",
    });
    const { recordedAt, sentAt = "", settledAt = "" } = receipt;
    expect([recordedAt, sentAt, settledAt]).toEqual([recordedAt, sentAt, settledAt].sort());
    expect((await findReceipt(by.idempotencyKey))?.receipt).toEqual(receipt);
  });

  it("has committed `sent` before it sends", async () => {
    const by = presser("approver");
    const states: unknown[] = [];
    const { what } = approving(async () => {
      states.push(
        ...(await house.database.query("select state from receipts where id = $1", [by.idempotencyKey])),
      );
      return ACCEPTED;
    });
    await press(by, what);
    expect(states).toEqual([{ state: "sent" }]);
  });

  it.each<[string, WriteOutcome, object]>([
    [
      "refused by AWS",
      {
        kind: "refused",
        code: "InvalidApprovalTokenException",
        message: "expired",
        beforeSending: false,
        awsRequestId: "r",
      },
      {
        state: "refused",
        awsRequestId: "r",
        refusal: { code: "InvalidApprovalTokenException", message: "expired", beforeSending: false },
      },
    ],
    [
      "refused because nothing could be sent",
      { kind: "refused", code: "ECONNREFUSED", message: "", beforeSending: true },
      { state: "refused", refusal: { code: "ECONNREFUSED", message: "ECONNREFUSED", beforeSending: true } },
    ],
    [
      "unknown when the answer was lost",
      { kind: "unknown", code: "ECONNRESET", message: "reset" },
      { state: "unknown" },
    ],
  ])("is %s", async (_how, outcome, expected) => {
    const { what, sent } = approving(outcome);
    const receipt = await press(presser("approver"), what);
    expect(receipt).toMatchObject(expected);
    expect(receipt.settledAt === undefined).toBe(receipt.state === "unknown");
    expect(sent).toHaveLength(1);
  });

  it("is one press and one receipt however often and however simultaneously the same request arrives", async () => {
    const by = presser("approver");
    const { what, sent } = approving(ACCEPTED);
    const together = await Promise.all(
      Array.from({ length: 8 }, () => press({ ...by, requestId: newId() }, what)),
    );
    const later = await press(by, what);
    expect(new Set([...together, later].map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(sent).toHaveLength(1);
  });

  it("is never sent again after an unknown outcome", async () => {
    const by = presser("approver");
    const { what, sent } = approving({ kind: "unknown", code: "TimeoutError", message: "" });
    for (let time = 0; time < 3; time += 1) expect((await press(by, what)).state).toBe("unknown");
    expect(sent).toHaveLength(1);
  });

  it("refuses a key that another request has", async () => {
    const by = presser("approver");
    await press(by, approving(ACCEPTED).what);
    const { what, sent } = approving(ACCEPTED);
    const variants: Array<[typeof by, Press]> = [
      [by, what],
      [{ ...presser("admin"), idempotencyKey: by.idempotencyKey }, what],
    ];
    for (const [who, which] of variants) {
      await expect(press(who, which)).rejects.toMatchObject({ code: "request.key-reused", status: 422 });
    }
    expect(sent).toHaveLength(0);
  });

  it("lets only one of two presses on the same thing through at a time", async () => {
    const precondition = newId();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let sending = (): void => undefined;
    const isSending = new Promise<void>((resolve) => {
      sending = resolve;
    });
    const first = approving(
      async () => {
        sending();
        await held;
        return ACCEPTED;
      },
      { precondition },
    );
    const second = approving(ACCEPTED, { precondition });
    const pressed = press(presser("approver"), first.what);
    await isSending;
    const refused = await press(presser("admin"), second.what);
    release();
    expect(refused).toMatchObject({
      state: "refused",
      refusal: { code: "press.in-flight", beforeSending: true },
    });
    expect(refused.refusal?.message).toMatch(/^Arun Mehta is pressing here at this very moment\./);
    expect((await pressed).state).toBe("accepted");
    expect(second.sent).toHaveLength(0);
    expect((await press(presser("admin"), second.what)).state).toBe("accepted");
  });

  it("while an earlier answer is lost, says whose press that was, and until when it keeps others waiting", async () => {
    const verb = { verb: "retry", precondition: newId() } as const;
    const lost = approving({ kind: "unknown", code: "ECONNRESET", message: "reset" }, verb);
    const by = presser("operator");
    const { id, sentAt = "" } = await press(by, lost.what);
    const next = approving(ACCEPTED, verb);
    const refused = await press(presser("admin"), next.what);
    expect(refused.refusal).toMatchObject({ code: "press.unsettled", beforeSending: true });
    const [at, until] = [0, 30 * 60_000 + 15_000].map((ms) =>
      new Date(Date.parse(sentAt) + ms).toISOString().slice(11, 19),
    );
    expect(refused.refusal?.message).toContain(`Olivia Brandt pressed this at ${at} UTC`);
    expect(refused.refusal?.message).toContain(`(receipt ${id.slice(0, 8)})`);
    expect(refused.refusal?.message).toContain(`From ${until} UTC it cannot act any more`);
    const own = await press(presser("operator"), next.what);
    expect(own.refusal?.message).toMatch(/^You pressed this at /);
    expect(next.sent).toHaveLength(0);
  });

  it("leaves no receipt where the role may not press or the place does not exist", async () => {
    const viewer = presser("viewer");
    await expect(press(viewer, approving(ACCEPTED).what)).rejects.toMatchObject({ code: "auth.forbidden" });
    const lost = presser("approver");
    const exists = async () => {
      throw new ApiError("stage.not-found");
    };
    await expect(press(lost, approving(ACCEPTED, { exists }).what)).rejects.toMatchObject({
      code: "stage.not-found",
    });
    expect(await findReceipt(viewer.idempotencyKey)).toBeUndefined();
    expect(await findReceipt(lost.idempotencyKey)).toBeUndefined();
  });

  it("is refused unsent when what the person saw no longer stands, or cannot be seen", async () => {
    const moved = { code: "approval.moved", message: "another one waits", beforeSending: true };
    expect(
      await press(presser("approver"), approving(ACCEPTED, { check: async () => moved }).what),
    ).toMatchObject({
      state: "refused",
      refusal: moved,
    });
    const failure = {
      kind: "throttled",
      code: "ThrottlingException",
      message: "Rate exceeded",
      ambiguous: false,
    } as const;
    const check = async () => {
      throw new AwsReadError("GetPipelineState", failure);
    };
    const throttled = approving(ACCEPTED, { check });
    expect(await press(presser("approver"), throttled.what)).toMatchObject({
      state: "refused",
      refusal: { code: "ThrottlingException", message: "Rate exceeded", beforeSending: true },
    });
    expect(throttled.sent).toHaveLength(0);
  });

  it("is refused, not lost, when our own check breaks", async () => {
    const check = async () => {
      throw new TypeError("a mistake of ours");
    };
    const receipt = await press(presser("approver"), approving(ACCEPTED, { check }).what);
    expect(receipt).toMatchObject({ state: "refused", refusal: { code: "internal", beforeSending: true } });
    expect(JSON.stringify(receipt)).not.toContain("mistake");
  });

  it("calls afterwards once, however it ended", async () => {
    const calls: number[] = [];
    const afterwards = () => void calls.push(1);
    await press(presser("approver"), approving(ACCEPTED, { afterwards }).what);
    await press(
      presser("approver"),
      approving({ kind: "unknown", code: "x", message: "" }, { afterwards }).what,
    );
    expect(calls).toHaveLength(2);
  });
});
