import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { GET as getEvents } from "@/app/api/events/route";
import { HouseEventList } from "@/lib/contract/house-event";
import { recordEvent } from "../store/receipt-log";
import { openHouse, type TestHouse } from "../testing/house";
import { call } from "../testing/request";
import { signInAs } from "../testing/session";

let house: TestHouse;
let cookie: string;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  cookie = (await signInAs("admin")).cookie;
});

const at = "2026-11-21T03:12:00.000Z";
const person = { id: "vera", name: "Vera Novak", groups: ["viewer"] };
const denied = (pipeline: string, why: string) =>
  recordEvent("denied", "approve", {
    at,
    person,
    path: { target: "dev-eu", pipeline, stage: "Prod" },
    why,
    sessionId: "secret-of-a-session",
  });
const list = async (query = "") => {
  const reply = await call(getEvents, { headers: { cookie }, path: `/api/events${query}` });
  expect(reply.status).toBe(200);
  return HouseEventList.parse(reply.body);
};

it("an administrator reads who came, and who tried what they may not", async () => {
  await denied("shop", "no rule allows it");
  const { items } = await list();
  expect(items[0]).toEqual({
    seq: expect.any(Number),
    at,
    kind: "denied",
    step: "approve",
    person: { id: "vera", name: "Vera Novak" },
    place: { target: "dev-eu", pipeline: "shop", stage: "Prod" },
    words: "no rule allows it",
  });
  expect(items).toContainEqual(expect.objectContaining({ kind: "session", step: "signed-in" }));
  expect(JSON.stringify(items)).not.toContain("secret-of-a-session");
});

it("whoever was not let in is told by the id that the provider gave", async () => {
  const why = "No rule allows anything to this person's groups.";
  await recordEvent("denied", "sign-in", { at, personId: "mallory", provider: "oidc", why });
  const { items } = await list();
  expect(items[0]).toMatchObject({ step: "sign-in", person: { id: "mallory", name: "mallory" }, words: why });
});

it("a configuration is told by its hash, and what is no event of ours is left out", async () => {
  await recordEvent("configuration", "loaded", { at, sha256: "ab".repeat(32), targets: [] });
  await recordEvent("session", "of another version", { person: "nobody" });
  const { items } = await list();
  expect(items.slice(0, 2).map(({ step, words }) => [step, words])).toEqual([
    ["of another version", undefined],
    ["loaded", "SHA-256 abababababababab"],
  ]);
});

it("who was signed out by somebody else is told by whom", async () => {
  const row = { id: "s", person_id: "vera", person_name: "Vera Novak", revoked_at: at, user_agent: null };
  await recordEvent("session", "ended", { ...row, revoked_by: "vera" });
  await recordEvent("session", "ended", { ...row, revoked_by: "admin" });
  const { items } = await list();
  expect(items.slice(0, 2).map(({ step, words }) => [step, words])).toEqual([
    ["revoked", "by admin"],
    ["ended", "Unknown device"],
  ]);
});

it("older ones come by the cursor, each once", async () => {
  for (let count = 0; count < 60; count += 1) await denied("shop", `try ${count}`);
  const first = await list();
  const second = await list(`?cursor=${first.nextCursor}`);
  const numbers = [...first.items, ...second.items].map(({ seq }) => seq);
  expect(first.items).toHaveLength(50);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

it("who may not see the activity of others is refused", async () => {
  cookie = (await signInAs("operator")).cookie;
  const reply = await call(getEvents, { headers: { cookie } });
  expect([reply.status, reply.body.code]).toEqual([403, "auth.forbidden"]);
});
