import { expect, test } from "vitest";
import { instant, integer, objects, percent, text, webAddress } from "./lenient";

test("a text is one that has something in it", () => {
  expect([text("a"), text(""), text(5), text(null), text({})]).toEqual([
    "a",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("an instant is a valid date", () => {
  expect(instant(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
  expect([instant(new Date(Number.NaN)), instant(0), instant("1970"), instant(undefined)]).toEqual(
    Array(4).fill(undefined),
  );
});

test("a whole number is one", () => {
  expect([integer(3), integer(3.5), integer("3"), integer(Number.NaN)]).toEqual([
    3,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a percentage is from 0 to 100, rounded down", () => {
  expect([percent(0), percent(99.9), percent(101), percent(-1), percent("5")]).toEqual([
    0,
    99,
    undefined,
    undefined,
    undefined,
  ]);
});

test("only the objects of a list count", () => {
  const odd: unknown[] = [{ a: 1 }, null, "x", undefined, { b: 2 }];
  expect(objects(odd)).toEqual([{ a: 1 }, { b: 2 }]);
  expect([objects(undefined), objects(null)]).toEqual([[], []]);
});

test("an address is http or https", () => {
  expect(webAddress("https://a.example/b?c#d")).toBe("https://a.example/b?c#d");
  const bad = [
    "javascript:alert(1)",
    "data:text/html,x",
    "//a.example",
    "not an address",
    "",
    5,
    "file:///etc/passwd",
  ];
  expect(bad.map(webAddress)).toEqual(bad.map(() => undefined));
});
