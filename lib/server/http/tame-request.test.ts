import fc from "fast-check";
import { expect, test } from "vitest";
import { tameHeaders, tameMethod, tameUrl } from "./tame-request";

test.each([
  ["/", "/"],
  ["/api/pipelines?limit=1&x=%zz", "/api/pipelines?limit=1&x=%zz"],
  ["/api/pipelines/dev-eu/caf%C3%A9/state", "/api/pipelines/dev-eu/caf%C3%A9/state"],
  ["/api/a%2fb", "/api/a%2fb"],
  ["/api-docs//x", "/api-docs//x"],
])("%s stays %s", (url, same) => {
  expect(tameUrl(url)).toBe(same);
});

test.each([
  ["/api/%", "/api/%25"],
  ["/api/%zz/x", "/api/%25zz/x"],
  ["/pipelines/%ff/x", "/pipelines/%25ff/x"],
  ["/api/%c0%af", "/api/%25c0%25af"],
])("a percent sign that begins no UTF-8 is escaped: %s", (url, tame) => {
  expect(tameUrl(url)).toBe(tame);
});

test.each([
  ["/api/", "/api/%2F"],
  ["/api//pipelines", "/api/%2F/pipelines"],
  ["/api/targets/?x=//", "/api/targets/%2F?x=//"],
  ["/api\\targets", "/api%5Ctargets"],
  ["/api/pipelines\\x", "/api/pipelines%5Cx"],
])("an empty segment under /api names nothing, so that nobody is redirected: %s", (url, tame) => {
  expect(tameUrl(url)).toBe(tame);
});

test("an absolute request target is its path, and what is no path is the front page", () => {
  expect(tameUrl("http://evil.example/api/targets?x=1")).toBe("/api/targets?x=1");
  expect(tameUrl("http://evil.example")).toBe("/");
  expect(tameUrl("*")).toBe("/");
  expect(tameUrl("mailto:x")).toBe("/");
});

test("any request target becomes a path that can be decoded, and stays as it is when tamed twice", () => {
  const part = fc.constantFrom("/", "%", "%2f", "%ff", "%c3%a9", "%zz", "\\", "?", "api", "a", "..", "//");
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const tame = tameUrl(`/${parts.join("")}`);
      const path = tame.split("?")[0] ?? "";
      expect(path.startsWith("/")).toBe(true);
      expect(() => decodeURIComponent(path)).not.toThrow();
      expect(tameUrl(tame)).toBe(tame);
    }),
  );
});

test("a method that Next does not know is answered as OPTIONS", () => {
  for (const method of ["TRACE", "PROPFIND", "SEARCH"]) expect(tameMethod(method, "/api/x")).toBe("OPTIONS");
  for (const method of ["GET", "HEAD", "POST", "DELETE"]) expect(tameMethod(method, "/api/x")).toBe(method);
});

test.each(["/", "/login", "/pipelines/dev-eu/shop?x=/api/", "/apix", "/_next/data/x.json", "/%61pi/x"])(
  "%s is read and nothing else, so that no body reaches a page",
  (url) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(tameMethod(method, url)).toBe("OPTIONS");
    for (const method of ["GET", "HEAD"]) expect(tameMethod(method, url)).toBe(method);
  },
);

test("headers that speak to parts of Next that are not used here are taken away", () => {
  const headers = {
    "next-action": "x",
    "next-resume": "1",
    "x-middleware-subrequest": "proxy:proxy",
    "x-nonce": "n",
    rsc: "1",
  };
  tameHeaders(headers);
  expect(headers).toEqual({ rsc: "1" });
});
