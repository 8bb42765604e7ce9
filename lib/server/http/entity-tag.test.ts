import fc from "fast-check";
import { expect, test } from "vitest";
import { contentTag, notModified, versionTag } from "./entity-tag";

const now = "2026-11-21T03:12:10.000Z";
const asking = (tag: string) => new Request("http://127.0.0.1/", { headers: { "if-none-match": tag } });

test("a tag is the same for the same content, whenever it was asked for and however fresh", () => {
  const tag = contentTag({ items: [{ a: 1 }], freshness: { kind: "live" }, now });
  expect(contentTag({ items: [{ a: 1 }], freshness: { kind: "throttled" }, now: "later" })).toBe(tag);
  expect(contentTag({ items: [{ a: 2 }], freshness: { kind: "live" }, now })).not.toBe(tag);
  expect(versionTag(7)).not.toBe(versionTag(8));
  expect(versionTag(`{"prod-eu":${"1".repeat(300)}}`).length).toBeLessThan(40);
});

test.each([
  ["the tag", (tag: string) => tag],
  ["the tag as a strong one", (tag: string) => tag.replace("W/", "")],
  ["one of several tags", (tag: string) => `"other", ${tag}`],
])("%s gets 304 without content", (_which, written) => {
  const tag = versionTag(7);
  const reply = notModified(asking(written(tag)), tag, { now });
  expect([reply?.status, reply?.body, reply?.headers.get("etag")]).toEqual([304, null, tag]);
});

test("another tag, none, and no tag at all get the content", () => {
  expect(notModified(asking('W/"other"'), versionTag(7), { now })).toBeUndefined();
  expect(notModified(asking("*"), versionTag(7), { now })).toBeUndefined();
  expect(notModified(new Request("http://127.0.0.1/"), versionTag(7), { now })).toBeUndefined();
});

test("a 304 tells now and the freshness, whatever words AWS used", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (reason) => {
      const freshness = { "prod-eu": { kind: "unreachable", reason } };
      const reply = notModified(asking(versionTag(7)), versionTag(7), { freshness, now });
      expect(reply?.headers.get("x-pipedeck-now")).toBe(now);
      expect(JSON.parse(reply?.headers.get("x-pipedeck-freshness") ?? "")).toEqual(freshness);
    }),
  );
});

test("a freshness too long for a header gets the content", () => {
  const freshness = { "prod-eu": { kind: "unreachable", reason: "x".repeat(5000) } };
  expect(notModified(asking(versionTag(7)), versionTag(7), { freshness, now })).toBeUndefined();
});
