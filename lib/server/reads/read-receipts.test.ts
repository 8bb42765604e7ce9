import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getAccess } from "@/app/api/access/route";
import { GET as getHealth } from "@/app/api/health/route";
import { GET as getReady } from "@/app/api/ready/route";
import { GET as getReceipt } from "@/app/api/receipts/[id]/route";
import { GET as getReceipts, POST as postReceipts } from "@/app/api/receipts/route";
import { AccessReply } from "@/lib/contract/access";
import { ReceiptList, ReceiptReply } from "@/lib/contract/receipt";
import { newId } from "../new-id";
import { recordReceipt, stepReceipt } from "../store/receipt-steps";
import { closeStore } from "../store/store";
import { openHouse, type TestHouse } from "../testing/house";
import { call } from "../testing/request";
import { signInAs } from "../testing/session";

let house: TestHouse;
let cookie: string;
beforeAll(async () => {
  house = await openHouse();
  cookie = (await signInAs("viewer")).cookie;
});
afterAll(() => house.close());

async function pressed(pipeline: string): Promise<string> {
  const id = newId();
  const person = { id: "operator", name: "Olivia Brandt" };
  const place = { target: "dev-eu", pipeline, executionId: newId(), precondition: newId() };
  await recordReceipt({
    id,
    verb: "stop",
    ...place,
    person,
    sessionId: newId(),
    requestHash: "",
    recordedAtMs: 1.7e12,
  });
  await stepReceipt(id, { kind: "send", at: new Date(1.7e12).toISOString() });
  return id;
}

describe("GET /api/receipts/{id}", () => {
  it("shows a colleague's press", async () => {
    const id = await pressed("shop");
    const reply = await call(getReceipt, { params: { id }, headers: { cookie } });
    expect(reply.status).toBe(200);
    expect(ReceiptReply.parse(reply.body).receipt).toMatchObject({
      id,
      state: "sent",
      person: { name: "Olivia Brandt" },
    });
  });

  it.each([
    [newId(), 404, "receipt.not-found"],
    ["11111111-1111-1111-1111-111111111111", 404, "receipt.not-found"],
    ["nonsense", 400, "request.invalid"],
    ["' or 1=1 --", 400, "request.invalid"],
  ])("answers %s with %i", async (id, status, code) => {
    const reply = await call(getReceipt, { params: { id }, headers: { cookie } });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it("needs a session", async () => {
    expect((await call(getReceipt, { params: { id: newId() } })).status).toBe(401);
  });
});

describe("GET /api/receipts", () => {
  it("pages newest first by cursor", async () => {
    const pipeline = `p-${newId()}`;
    const ids = [await pressed(pipeline), await pressed(pipeline), await pressed(pipeline)];
    const first = await call(getReceipts, { path: `/?pipeline=${pipeline}&limit=2`, headers: { cookie } });
    const page = ReceiptList.parse(first.body);
    expect(page.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const next = await call(getReceipts, {
      path: `/?pipeline=${pipeline}&limit=2&cursor=${page.nextCursor}`,
      headers: { cookie },
    });
    const last = ReceiptList.parse(next.body);
    expect(last.items.map(({ id }) => id)).toEqual([ids[0]]);
    expect(last.nextCursor).toBeUndefined();
  });

  it.each([
    ["cursor=abc", "query.cursor"],
    ["cursor=-1", "query.cursor"],
    ["cursor=0", "query.cursor"],
    ["cursor=99999999999999999999", "query.cursor"],
    ["limit=0", "query.limit"],
    ["limit=101", "query.limit"],
    ["target=Not%20one", "query.target"],
    ["pipeline=%00", "query.pipeline"],
    ["executionId=1", "query.executionId"],
    ["colour=red", "query.colour"],
  ])("answers ?%s with 400 naming %s", async (query, field) => {
    const reply = await call(getReceipts, { path: `/?${query}`, headers: { cookie } });
    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ field }]);
  });

  it("answers another method with 405", async () => {
    expect((await call(postReceipts, { method: "POST", headers: { cookie } })).status).toBe(405);
  });
});

describe("GET /api/access", () => {
  it("tells who is signed in, and what rules speak of them", async () => {
    const access = AccessReply.parse((await call(getAccess, { headers: { cookie } })).body);
    expect(access).toMatchObject({
      person: { id: "viewer", name: "Vera Novak", groups: ["viewer"] },
      provider: "demo",
    });
    const words = "role viewer for group viewer everywhere";
    expect(access.rules).toEqual([{ effect: "allow", rule: { path: "rules of the demo", words } }]);
    expect(access.house["revoke-sessions"]).toMatchObject({ allowed: false });
    const admin = await call(getAccess, { headers: { cookie: (await signInAs("admin")).cookie } });
    expect(AccessReply.parse(admin.body).house["revoke-sessions"]).toMatchObject({ allowed: true });
  });
});

describe("probes", () => {
  it("answer without a session", async () => {
    expect((await call(getHealth)).body).toEqual({ status: "ok" });
    const ready = await call(getReady);
    expect([ready.status, ready.body]).toEqual([
      200,
      { status: "ready", checks: { configuration: true, store: true, receipts: true } },
    ]);
  });

  it("tell a database that does not answer, and every read says so too", async () => {
    const url = process.env.DATABASE_URL;
    await closeStore();
    process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/none";
    try {
      const ready = await call(getReady);
      expect([ready.status, ready.body]).toMatchObject([
        503,
        { checks: { configuration: true, store: false } },
      ]);
      expect((await call(getHealth)).status).toBe(200);
      const read = await call(getReceipts, { headers: { cookie } });
      expect([read.status, read.body.code]).toEqual([503, "store.unavailable"]);
      expect(JSON.stringify(read.body)).not.toContain("ECONNREFUSED");
    } finally {
      await closeStore();
      process.env.DATABASE_URL = url;
    }
  });
});
