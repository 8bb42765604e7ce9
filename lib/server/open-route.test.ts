import { describe, expect, it } from "vitest";
import { openRoute, otherOpenMethods } from "./open-route";
import { call } from "./testing/request";

describe("openRoute", () => {
  it("answers without a session", async () => {
    const reply = await call(openRoute(async () => ({ status: 503, body: { status: "not-ready" } })));
    expect([reply.status, reply.body]).toEqual([503, { status: "not-ready" }]);
  });

  it("has no other verb, and says so to anybody", async () => {
    const reply = await call(otherOpenMethods().PUT, { method: "PUT" });
    expect([reply.status, reply.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});
