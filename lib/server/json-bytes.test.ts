import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { jsonBytes, unchanging } from "./json-bytes";

/** Values of replies, some of them said to be unchanging, in places where that counts and where it does not. */
const value = fc.jsonValue({ maxDepth: 3 });
const part = fc.oneof(
  value,
  fc.object({ maxDepth: 2 }).map(unchanging),
  fc.array(fc.oneof(value, fc.dictionary(fc.string({ unit: "binary" }), value).map(unchanging))),
  fc.array(value).map(unchanging),
  fc.constantFrom(undefined, Symbol("x"), () => 1, Number.NaN, new Date(0), "“é” \u2028 \ud800", []),
  fc.array(fc.constantFrom(undefined, () => 1, unchanging({ a: 1 }), Number.NaN)),
);
const reply = fc.dictionary(fc.string({ unit: "binary" }), part);

it("gives the bytes of JSON.stringify, the first time and again", () => {
  fc.assert(
    fc.property(reply, (body) => {
      const expected = Buffer.from(JSON.stringify(body)).toString("hex");
      expect(jsonBytes(body).toString("hex")).toBe(expected);
      expect(jsonBytes({ ...body }).toString("hex")).toBe(expected);
    }),
  );
});

it.each([
  [null],
  ["text"],
  [[1, unchanging({ a: 1 })]],
  [new Date(0)],
  [unchanging({ a: [unchanging({ b: 2 })] })],
])("gives the bytes of JSON.stringify for %j, which is no open object", (body) => {
  expect(jsonBytes(body).toString()).toBe(JSON.stringify(body));
});

it("writes an unchanging part once, and parts beside it as they are", () => {
  let written = 0;
  const state = unchanging({
    get name() {
      written += 1;
      return "shop";
    },
  });
  const texts = [1, 2, 3].map((now) => jsonBytes({ state, rows: [state], now }).toString());
  expect(texts).toEqual(
    [1, 2, 3].map((now) => `{"state":{"name":"shop"},"rows":[{"name":"shop"}],"now":${now}}`),
  );
  expect(written).toBe(1);
});

it("freezes what is said to be unchanging", () => {
  expect(Object.isFrozen(unchanging({ a: 1 }))).toBe(true);
});

it("is written once however many copies of this module a server has", async () => {
  vi.resetModules();
  const copy = await import("./json-bytes");
  let written = 0;
  const state = copy.unchanging({
    get name() {
      written += 1;
      return "checkout-web";
    },
  });
  const texts = [jsonBytes({ state }), copy.jsonBytes({ state }), jsonBytes({ state })].map(String);
  expect([...new Set(texts)]).toEqual(['{"state":{"name":"checkout-web"}}']);
  expect(written).toBe(1);
});
