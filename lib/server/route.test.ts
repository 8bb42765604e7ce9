import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Problem } from "@/lib/contract/problem";
import { ApiError } from "./errors";
import { otherMethods, readRoute, unknownPath } from "./route";
import { openHouse, type TestHouse } from "./testing/house";
import { call } from "./testing/request";
import { signInAs, type TestSession } from "./testing/session";

let house: TestHouse;
let viewer: TestSession;

beforeAll(async () => {
  house = await openHouse();
  viewer = await signInAs("viewer");
});
afterAll(() => house.close());

const get = readRoute(
  {
    params: z.strictObject({ pipeline: z.string().max(5, "is too long") }),
    query: z.strictObject({ q: z.string().optional() }),
  },
  async ({ params, query, person }) => ({ ...params, ...query, by: person.name }),
);
const signed = () => ({ cookie: viewer.cookie });

describe("readRoute", () => {
  it("answers what was read, never to be stored", async () => {
    const reply = await call(get, { path: "/?q=x", params: { pipeline: "shop" }, headers: signed() });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ pipeline: "shop", q: "x", by: "Vera Novak" });
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("answers 304 to who holds what was read, and 401 before that without a session", async () => {
    const asked = { path: "/?q=x", params: { pipeline: "shop" } };
    const first = await call(get, { ...asked, headers: signed() });
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    const again = await call(get, { ...asked, headers: { ...signed(), "if-none-match": tag } });
    expect([again.status, again.headers.get("cache-control"), again.body]).toEqual([304, "no-store", {}]);
    const other = await call(get, {
      ...asked,
      path: "/?q=y",
      headers: { ...signed(), "if-none-match": tag },
    });
    expect(other.status).toBe(200);
    expect((await call(get, { ...asked, headers: { "if-none-match": tag } })).status).toBe(401);
  });

  it("answers 401 problem+json without a session, before it looks at anything else", async () => {
    const reply = await call(get, { path: "/?nonsense=1", params: { pipeline: "far too long" } });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
    expect(Problem.parse(reply.body)).toMatchObject({
      code: "auth.required",
      type: "about:blank#auth.required",
      requestId: reply.headers.get("x-request-id"),
    });
  });

  it.each([
    ["pipedeck.session=nonsense"],
    ["pipedeck.session="],
    ["pipedeck.session=%E0%A4%A"],
    [`pipedeck.session=${"a.".repeat(6000)}`],
    ["=; ;;;"],
  ])("answers 401 to the cookie %.40s", async (cookie) => {
    expect((await call(get, { params: { pipeline: "shop" }, headers: { cookie } })).status).toBe(401);
  });

  it.each(["Bearer", "Bearer nothing", "Bearer %E0%A4%A", "Basic !!", "Bearer a.b.c.d.e"])(
    "answers 401 to the header Authorization: %s",
    async (authorization) => {
      expect((await call(get, { params: { pipeline: "shop" }, headers: { authorization } })).status).toBe(
        401,
      );
    },
  );

  it("names the fields of the path and of the query that are wrong", async () => {
    const long = await call(get, { params: { pipeline: "far too long" }, headers: signed() });
    expect(long.status).toBe(400);
    expect(Problem.parse(long.body)).toMatchObject({
      code: "request.invalid",
      errors: [{ field: "path.pipeline", message: "is too long" }],
    });
    const unknown = await call(get, { path: "/?qq=1", params: { pipeline: "shop" }, headers: signed() });
    expect(Problem.parse(unknown.body).errors).toEqual([{ field: "query.qq", message: "is not known here" }]);
    const twice = await call(get, { path: "/?q=1&q=2", params: { pipeline: "shop" }, headers: signed() });
    expect(Problem.parse(twice.body).errors).toEqual([
      { field: "query.q", message: "is given more than once" },
    ]);
  });

  it.each([
    ["same-origin", 200],
    ["same-site", 200],
    ["none", 200],
    ["cross-site", 403],
    ["nonsense", 403],
  ])("answers Sec-Fetch-Site %s with %i", async (site, status) => {
    const reply = await call(get, {
      params: { pipeline: "shop" },
      headers: { ...signed(), "sec-fetch-site": site },
    });
    expect(reply.status).toBe(status);
  });

  it("answers an error that nobody foresaw with 500 and not a word about it", async () => {
    const failing = readRoute({}, async () => {
      throw new Error("secret of the house");
    });
    const reply = await call(failing, { headers: signed() });
    expect(reply.status).toBe(500);
    expect(JSON.stringify(reply.body)).not.toContain("secret of the house");
    expect(Problem.parse(reply.body)).toMatchObject({ code: "internal" });
  });

  it("answers an ApiError with its status, its words and its headers", async () => {
    const throttled = readRoute({}, async () => {
      throw new ApiError("aws.throttled", "AWS asks to slow down.", {
        retryAfterSeconds: 3,
        didYouMean: "shop",
      });
    });
    const reply = await call(throttled, { headers: signed() });
    expect(reply.status).toBe(503);
    expect(reply.headers.get("retry-after")).toBe("3");
    expect(reply.body).toMatchObject({
      code: "aws.throttled",
      detail: "AWS asks to slow down.",
      didYouMean: "shop",
    });
  });
});

describe("otherMethods", () => {
  it("answers 405 with Allow, and 401 without a session", async () => {
    const { POST, DELETE } = otherMethods("GET");
    const refused = await call(POST, { method: "POST", headers: signed() });
    expect(refused.status).toBe(405);
    expect(refused.headers.get("allow")).toBe("GET, HEAD");
    expect(Problem.parse(refused.body).code).toBe("method.not-allowed");
    expect((await call(DELETE, { method: "DELETE" })).status).toBe(401);
  });
});

describe("unknownPath", () => {
  it("answers 401 without a session and 404 problem+json with one", async () => {
    expect((await call(unknownPath, { path: "/api/nowhere" })).status).toBe(401);
    const reply = await call(unknownPath, { path: "/api/nowhere", headers: signed() });
    expect(reply.status).toBe(404);
    expect(Problem.parse(reply.body).code).toBe("path.not-found");
  });
});
