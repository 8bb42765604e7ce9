import { describe, expect, test } from "vitest";
import { parseJson } from "./parse-json";

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("parseJson", () => {
  test("reads what nests up to 100 deep and refuses what nests deeper", () => {
    expect(() => parseJson(nested(100))).not.toThrow();
    expect(() => parseJson(nested(101))).toThrow(SyntaxError);
    expect(() => parseJson(`{"a":${nested(400_000)}}`)).toThrow(SyntaxError);
  });

  test("does not count brackets in texts", () => {
    const text = `\\"${"[{".repeat(5000)}\\\\`;
    expect(parseJson(`{"a": "${text}", "b": [1]}`)).toEqual({ a: `"${"[{".repeat(5000)}\\`, b: [1] });
  });

  test.each(["x", "\\n", "\\\\"])("reads a megabyte of the text %j", (piece) => {
    const count = Math.floor(1_000_000 / piece.length);
    expect(String(parseJson(`"${piece.repeat(count)}"`)).length).toBe(count);
  });

  test("refuses what is no JSON", () => {
    expect(() => parseJson('{"a":')).toThrow(SyntaxError);
  });
});
