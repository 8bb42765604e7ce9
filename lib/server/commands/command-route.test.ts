import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Problem } from "@/lib/contract/problem";
import { ApiError } from "../errors";
import { newId } from "../new-id";
import { openHouse, type TestHouse } from "../testing/house";
import { call, HOUSE, pressHeaders } from "../testing/request";
import { signInAs, type TestSession } from "../testing/session";
import { commandRoute } from "./command-route";

let house: TestHouse;
let _viewer: TestSession;
let approver: TestSession;

beforeAll(async () => {
  house = await openHouse();
  _viewer = await signInAs("viewer");
  approver = await signInAs("approver");
});
afterAll(() => house.close());

describe("commandRoute", () => {
  const pressed: string[] = [];
  const post = commandRoute(
    {
      params: z.strictObject({ target: z.string(), pipeline: z.string(), action: z.string() }),
      body: z.strictObject({ summary: z.string() }),
    },
    async ({ params, body, by }) => {
      pressed.push(body.summary);
      return {
        id: by.idempotencyKey,
        verb: "approve",
        target: "dev-eu",
        pipeline: "shop",
        action: params.action,
        person: by.person,
        state: body.summary === "lost" ? "unknown" : "accepted",
        recordedAt: "2026-11-21T03:12:04.118Z",
      };
    },
  );
  const send = (
    headers: Record<string, string | undefined> = {},
    body: string | Uint8Array<ArrayBuffer> = '{"summary":"ok"}',
    cookie = approver.cookie,
  ) =>
    call(post, {
      method: "POST",
      params: { target: "dev-eu", pipeline: "shop", action: "Sign" },
      headers: { ...pressHeaders(cookie, newId()), ...headers },
      body,
    });

  it("answers a settled receipt with 200 and one that is not settled with 202", async () => {
    expect((await send()).status).toBe(200);
    const unknown = await send({}, '{"summary":"lost"}');
    expect(unknown.status).toBe(202);
    expect(unknown.body).toMatchObject({ receipt: { state: "unknown" }, now: expect.stringMatching(/Z$/) });
  });

  it("answers 401 without a session whatever else is wrong", async () => {
    expect((await call(post, { method: "POST", body: "nonsense" })).status).toBe(401);
  });

  it.each([
    ["header.Origin", { origin: undefined }],
    ["header.Origin", { origin: "null" }],
    ["header.Origin", { origin: "https://evil.example" }],
    ["header.Origin", { origin: "http://127.0.0.1:3001" }],
    ["header.Origin", { origin: "https://127.0.0.1:3000" }],
    ["header.Origin", { origin: "http://evil.example:3000", host: "evil.example:3000" }],
    ["header.X-Pipedeck-Request", { "x-pipedeck-request": undefined }],
    ["header.X-Pipedeck-Request", { "x-pipedeck-request": "yes" }],
    ["header.Sec-Fetch-Site", { "sec-fetch-site": "cross-site" }],
    ["header.Sec-Fetch-Site", { "sec-fetch-site": "same-site" }],
  ])("refuses a press from elsewhere and names %s", async (field, headers) => {
    const before = pressed.length;
    const reply = await send(headers);
    expect(reply.status).toBe(403);
    expect(Problem.parse(reply.body)).toMatchObject({ code: "request.cross-site", errors: [{ field }] });
    expect(pressed).toHaveLength(before);
  });

  it.each(["localhost:3000", "127.0.0.1:3000", "localhost:8080", "[::1]:3000"])(
    "takes a press made at %s, which is the same house",
    async (host) => {
      expect((await send({ host, origin: `http://${host}` })).status).toBe(200);
    },
  );

  it.each([
    undefined,
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/jsonp",
  ])("answers 415 to the content type %s", async (type) => {
    const reply = await send({ "content-type": type });
    expect(reply.status).toBe(415);
    expect(Problem.parse(reply.body).errors?.[0]?.field).toBe("header.Content-Type");
  });

  it("takes JSON with a charset", async () => {
    expect((await send({ "content-type": "application/json; charset=UTF-8" })).status).toBe(200);
  });

  it("answers 413 above 64 KiB, with or without a Content-Length", async () => {
    const large = JSON.stringify({ summary: "x".repeat(70_000) });
    expect((await send({}, large)).status).toBe(413);
    expect((await send({ "content-length": "70000" }, "{}")).status).toBe(413);
    expect((await send({}, JSON.stringify({ summary: "x".repeat(60_000) }))).status).toBe(200);
  });

  it.each([
    ["body", ""],
    ["body", "{"],
    ["body", "null"],
    ["body", "[]"],
    ["body", `${"[".repeat(30_000)}`],
    ["body", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
    ["body.summary", "{}"],
    ["body.summary", '{"summary":1}'],
    ["body.summary", '{"summary":"a\\u0000b"}'],
    ["body.extra", '{"summary":"ok","extra":1}'],
    ["body.__proto__", '{"summary":"ok","__proto__":{"summary":"x"}}'],
  ])("answers 400 naming %s to the body %.40s", async (field, body) => {
    const reply = await send({}, body);
    expect(reply.status).toBe(400);
    expect(Problem.parse(reply.body).errors?.[0]?.field).toBe(field);
  });

  it("answers 400 to bytes that are no text", async () => {
    expect((await send({}, new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400);
  });

  it.each(["11111111-1111-1111-1111-111111111111", "AAAAAAAA-0000-0000-0000-00000000000F"])(
    "takes the Idempotency-Key %s, of whatever version",
    async (key) => {
      const reply = await send({ "idempotency-key": key });
      expect(reply).toMatchObject({ status: 200, body: { receipt: { id: key.toLowerCase() } } });
    },
  );

  it.each([undefined, "", "1", "not-a-uuid", "00000000-0000-0000-0000-00000000000g"])(
    "answers 400 to the Idempotency-Key %s",
    async (key) => {
      const reply = await send({ "idempotency-key": key });
      expect(reply.status).toBe(400);
      expect(Problem.parse(reply.body).errors?.[0]?.field).toBe("header.Idempotency-Key");
    },
  );
});

it("takes a press only from NEXTAUTH_URL when that is not this machine", async () => {
  const route = commandRoute(
    { params: z.strictObject({ target: z.string(), pipeline: z.string() }), body: z.strictObject({}) },
    async () => {
      throw new ApiError("execution.not-found");
    },
  );
  process.env.NEXTAUTH_URL = "https://deck.example.com";
  try {
    const cookie = (await signInAs("admin")).cookie;
    const headers = { ...pressHeaders(cookie, newId()), host: "pipedeck:3000" };
    const params = { target: "dev-eu", pipeline: "shop" };
    const own = await call(route, {
      method: "POST",
      params,
      headers: { ...headers, origin: "https://deck.example.com" },
      body: "{}",
    });
    const loopback = await call(route, {
      method: "POST",
      params,
      headers: { ...headers, host: "localhost:3000", origin: "http://localhost:3000" },
      body: "{}",
    });
    expect([own.status, loopback.status]).toEqual([404, 403]);
  } finally {
    process.env.NEXTAUTH_URL = HOUSE;
  }
});
