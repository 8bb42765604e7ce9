import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextReceipt, type ReceiptAction } from "@/lib/domain/receipt-transitions";
import { newId } from "../new-id";
import { openHouse, type TestHouse } from "../testing/house";
import { type NewReceipt, recordReceipt, stepReceipt } from "./receipt-steps";
import { findReceipt, listReceipts } from "./receipts";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const START = Date.parse("2026-11-21T03:00:00.000Z");

function newPress(changes: Partial<NewReceipt> = {}): NewReceipt {
  return {
    id: newId(),
    verb: "stop",
    target: "dev-eu",
    pipeline: "shop",
    executionId: newId(),
    precondition: newId(),
    person: { id: "operator", name: "Olivia Brandt" },
    sessionId: newId(),
    requestHash: "hash",
    recordedAtMs: START,
    ...changes,
  };
}

async function recorded(changes: Partial<NewReceipt> = {}): Promise<string> {
  const press = newPress(changes);
  const receipt = await recordReceipt(press);
  if (typeof receipt === "string") throw new Error(receipt);
  return receipt.id;
}

describe("the steps of a receipt", () => {
  it("go only forward", async () => {
    const id = await recorded();
    const at = (ms: number) => new Date(START + ms).toISOString();
    const send = { kind: "send", at: at(10) } as const;
    expect(await stepReceipt(id, { kind: "accept", at: at(0) })).toBeUndefined();
    expect(await stepReceipt(id, { kind: "lose" })).toBeUndefined();
    expect((await stepReceipt(id, send, { token: "hash" }))?.sentAt).toBe("2026-11-21T03:00:00.010Z");
    expect(await stepReceipt(id, send)).toBeUndefined();
    expect((await stepReceipt(id, { kind: "lose" }))?.state).toBe("unknown");
    expect((await stepReceipt(id, { kind: "accept", at: at(30), awsRequestId: "aws" }))?.state).toBe(
      "accepted",
    );
    expect(await stepReceipt(id, { kind: "lose" })).toBeUndefined();
  });

  it("make of the row what they make of the receipt", async () => {
    const at = (ms: number) => new Date(START + ms).toISOString();
    const refusal = { code: "ConflictException", message: "busy", beforeSending: false };
    const stories: ReceiptAction[][] = [
      [
        { kind: "send", at: at(1) },
        { kind: "accept", at: at(2), awsRequestId: "aws" },
        { kind: "confirm", at: at(3), finding: "Ask in Sign: Succeeded." },
      ],
      [
        { kind: "send", at: at(1) },
        { kind: "lose", awsRequestId: "aws" },
        { kind: "confirm", at: at(9), finding: "The execution is Stopped." },
      ],
      [
        { kind: "send", at: at(1) },
        { kind: "lose" },
        { kind: "rule-out", at: at(9), finding: "Nothing of it is there." },
      ],
      [
        { kind: "send", at: at(1) },
        { kind: "refuse", at: at(2), refusal, awsRequestId: "aws" },
      ],
    ];
    for (const story of stories) {
      let known = (await findReceipt(await recorded()))?.receipt;
      for (const action of story) {
        if (!known) throw new Error("the story ended early");
        const next = nextReceipt(known, action);
        expect(await stepReceipt(known.id, action)).toEqual(next);
        known = next;
      }
    }
  });

  it("let the next press wait for one whose answer was lost, where AWS would act twice", async () => {
    const at = new Date(START).toISOString();
    for (const [verb, next] of [
      ["retry", "busy"],
      ["approve", expect.objectContaining({ state: "recorded" })],
    ] as const) {
      const press = newPress({ verb });
      await recordReceipt(press);
      await stepReceipt(press.id, { kind: "send", at });
      await stepReceipt(press.id, { kind: "lose" });
      expect(await recordReceipt({ ...press, id: newId() })).toEqual(next);
    }
  });

  it("begin once for a key, and one at a time for a precondition", async () => {
    const press = newPress();
    await recordReceipt(press);
    expect(await recordReceipt(press)).toBe("key-taken");
    expect(await recordReceipt({ ...press, id: newId() })).toBe("busy");
  });
});

describe("listReceipts", () => {
  it("pages through everything newest first, without a gap or a double", async () => {
    const pipeline = `pages-${newId()}`;
    const made: string[] = [];
    for (let count = 0; count < 7; count += 1) made.push(await recorded({ pipeline }));
    const seen: string[] = [];
    let before: number | undefined;
    do {
      const page = await listReceipts({ pipeline, limit: 3, ...(before === undefined ? {} : { before }) });
      seen.push(...page.items.map(({ id }) => id));
      before = page.next;
    } while (before !== undefined);
    expect(seen).toEqual(made.reverse());
  });

  it("filters by target, pipeline and execution together", async () => {
    const pipeline = `filter-${newId()}`;
    const executionId = newId();
    const wanted = await recorded({ pipeline, executionId });
    await recorded({ pipeline });
    await recorded({ pipeline, executionId, target: "prod-eu" });
    const { items } = await listReceipts({ target: "dev-eu", pipeline, executionId, limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([wanted]);
  });

  it("finds the press that started an execution, which what was read later does not change", async () => {
    const pipeline = `started-${newId()}`;
    const [startedExecutionId, at] = [newId(), new Date(START).toISOString()];
    const id = await recorded({ pipeline, verb: "release", executionId: undefined });
    await stepReceipt(id, { kind: "send", at });
    await stepReceipt(id, { kind: "accept", at, startedExecutionId });
    await stepReceipt(id, { kind: "confirm", at, finding: "Seen.", startedExecutionId: newId() });
    const { items } = await listReceipts({ executionId: startedExecutionId, limit: 10 });
    expect(items).toMatchObject([{ id, state: "confirmed", startedExecutionId }]);
  });
});
