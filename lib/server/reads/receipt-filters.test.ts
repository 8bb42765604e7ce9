import { afterAll, beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/receipts/route";
import { ReceiptList } from "@/lib/contract/receipt";
import { newId } from "../new-id";
import { type NewReceipt, recordReceipt, stepReceipt } from "../store/receipt-steps";
import { openHouse, type TestHouse } from "../testing/house";
import { call, toRequest } from "../testing/request";
import { signInAs } from "../testing/session";

let house: TestHouse;
let cookie: string;
beforeAll(async () => {
  house = await openHouse();
  cookie = (await signInAs("viewer")).cookie;
  await record({ verb: "approve", reason: "100% sure_ly, see INC-481" }, "olivia", "Olivia Brandt");
  await record(
    { verb: "stop", reason: "=cmd()", recordedAtMs: Date.UTC(2026, 10, 20) },
    "arun",
    "Arun Mehta",
  );
  await record({ verb: "reject", pipeline: "cart" }, "arun", "Arun Mehta", "unknown");
});
afterAll(() => house.close());

async function record(more: Partial<NewReceipt>, id: string, name: string, state?: "unknown") {
  const press: NewReceipt = {
    id: newId(),
    verb: "approve",
    target: "dev-eu",
    pipeline: "shop",
    precondition: newId(),
    person: { id, name },
    sessionId: newId(),
    requestHash: "",
    recordedAtMs: Date.UTC(2026, 10, 21),
    ...more,
  };
  await recordReceipt(press);
  if (state === undefined) return;
  await stepReceipt(press.id, { kind: "send", at: new Date(press.recordedAtMs).toISOString() });
  await stepReceipt(press.id, { kind: "lose" });
}

async function verbs(query: string): Promise<string[]> {
  const reply = await call(GET, { path: `/api/receipts?${query}`, headers: { cookie } });
  expect(reply.status).toBe(200);
  return ReceiptList.parse(reply.body).items.map(({ verb }) => verb);
}

it.each([
  ["person=olivia", ["approve"]],
  ["person=Mehta", ["reject", "stop"]],
  ["verb=approve,reject", ["reject", "approve"]],
  ["state=unknown", ["reject"]],
  ["state=recorded&verb=stop", ["stop"]],
  ["pipeline=cart", ["reject"]],
  ["from=2026-11-21T00:00:00.000Z", ["reject", "approve"]],
  ["to=2026-11-20T23:59:59.999Z", ["stop"]],
  ["from=2026-11-21T00:00:00Z", ["reject", "approve"]],
  ["from=2026-11-21T01:00:00%2B01:00", ["reject", "approve"]],
  ["q=inc-481%20olivia", ["approve"]],
  ["q=100%25", ["approve"]],
  ["q=sure_", ["approve"]],
  ["q=s%25e", []],
  ["q=s_re", []],
])("?%s", async (query, expected) => {
  expect(await verbs(query)).toEqual(expected);
});

it.each(["verb=dance", "state=", "from=yesterday", "q="])("?%s is refused by name", async (query) => {
  const reply = await call(GET, { path: `/api/receipts?${query}`, headers: { cookie } });
  expect(reply).toMatchObject({
    status: 400,
    body: { errors: [{ field: expect.stringContaining(`query.${query.split("=")[0]}`) }] },
  });
});

it("who asks for text/csv gets all that match, and no formula", async () => {
  const request = toRequest({ path: "/api/receipts?person=arun", headers: { cookie, accept: "text/csv" } });
  const response = await GET(request, { params: Promise.resolve({}) });
  expect(response.headers.get("content-type")).toContain("text/csv");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const lines = (await response.text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain(`"'=cmd()"`);
});
