import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { DELETE } from "@/app/api/sessions/[id]/route";
import { GET } from "@/app/api/sessions/route";
import { requestsPerSecond } from "../config/environment";
import { newId } from "../new-id";
import { csrf, visit } from "../testing/auth-visit";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInAs } from "../testing/session";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  // So slow that nothing comes back while a test runs.
  process.env.PIPEDECK_READS_PER_SECOND = "0.5";
  process.env.PIPEDECK_PRESSES_PER_SECOND = "0.2";
});

const read = (cookie: string) => call(GET, { headers: { cookie } });
const press = (cookie: string) =>
  call(DELETE, { method: "DELETE", params: { id: newId() }, headers: pressHeaders(cookie, newId()) });

it("reads are taken up to the limit, then 429 says when to come back, and nobody else is held up", async () => {
  const { cookie } = await signInAs("viewer");
  const other = await signInAs("approver");
  const taken = [];
  for (let count = 0; count < 5; count += 1) taken.push((await read(cookie)).status);
  expect(taken).toEqual([200, 200, 200, 200, 200]);
  const refused = await read(cookie);
  expect([refused.status, refused.body.code]).toEqual([429, "request.too-many"]);
  expect(refused.body.detail).toBe("Too many reads: 5 at once and 0.5 a second are taken. Try again in 2 s.");
  expect(refused.headers.get("retry-after")).toBe("2");
  expect((await read((await signInAs("viewer")).cookie)).status).toBe(429);
  expect((await read(other.cookie)).status).toBe(200);
});

it("presses are counted apart from reads", async () => {
  const { cookie } = await signInAs("operator");
  const pressed = [];
  for (let count = 0; count < 5; count += 1) pressed.push((await press(cookie)).status);
  expect(pressed).toEqual([404, 404, 404, 404, 429]);
  expect((await read(cookie)).status).toBe(200);
});

it("without a session nothing is counted, and the answer is 401", async () => {
  for (let count = 0; count < 20; count += 1) expect((await call(GET)).status).toBe(401);
});

it("sign-ins are limited for everybody together, and sessions that are open are not held up", async () => {
  const { cookie } = await csrf();
  const statuses = await Promise.all(
    Array.from({ length: 250 }, async () => (await visit("callback/nobody", { cookie, form: {} })).status),
  );
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
  expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(200);
  expect((await visit("csrf")).status).toBe(200);
  expect((await read((await signInAs("admin")).cookie)).status).toBe(200);
});

it("who sends sign-ins without ever having loaded the page takes nobody's turn", async () => {
  globalThis.pipedeckBuckets = undefined;
  const sent = [
    { path: "callback/nobody", form: {} },
    { path: "callback/nobody", form: {}, cookie: "next-auth.csrf-token=made%7Cup" },
    { path: "callback/nobody?code=x&state=y", cookie: "next-auth.state=made-up" },
  ];
  for (const { path, ...how } of sent) {
    const statuses = await Promise.all(
      Array.from({ length: 250 }, async () => (await visit(path, how)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
  }
  const { cookie } = await csrf();
  expect((await visit("callback/nobody", { cookie, form: {} })).status).toBe(404);
});

it.each(["0", "-1", "many", "1e9"])("PIPEDECK_READS_PER_SECOND=%s is a mistake", (text) => {
  process.env.PIPEDECK_READS_PER_SECOND = text;
  expect(() => requestsPerSecond("reads")).toThrow("expected a number from 0.1 to 1000000, without it 30");
});
