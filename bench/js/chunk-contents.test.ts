import { expect, test } from "vitest";
import { contentLines, heaviest, ownerOf, type Part, partOf } from "./chunk-contents";

const part = (source: string, compressed: number, route = "/"): Part => ({
  route,
  source,
  size: compressed * 3,
  compressed,
});

test("a line of the analysis tells what a file weighs in a chunk of the browser", () => {
  const line = {
    type: "part",
    route: "/login",
    filename: "[client-fs]/_next/static/chunks/a.js",
    source_path: "[project]/components/ui/dialog.tsx",
    size: 900,
    compressed_size: 300,
  };
  expect(partOf(JSON.stringify(line))).toEqual({
    route: "/login",
    source: "components/ui/dialog.tsx",
    size: 900,
    compressed: 300,
  });
});

test("the server's chunks and other lines are left out", () => {
  expect(partOf('{"type":"part","filename":"[output]/.next/server/a.js"}')).toBeUndefined();
  expect(partOf('{"type":"module","path":"x"}')).toBeUndefined();
  expect(partOf('{"type":"part","filename":"[client-fs]/_next/static/chunks/a.css"}')).toBeUndefined();
});

test("a file belongs to its package or to its folder", () => {
  expect(ownerOf("node_modules/@tanstack/query-core/build/query.js")).toBe("@tanstack/query-core");
  expect(ownerOf("node_modules/next/dist/client/a.js")).toBe("next");
  expect(ownerOf("components/ui/dialog.tsx")).toBe("components/ui");
});

test("sums are sorted, the heaviest first", () => {
  const parts = [part("a/x.ts", 1), part("b/y.ts", 5), part("a/z.ts", 2)];
  expect(heaviest(parts, ({ source }) => ownerOf(source))).toEqual([
    ["b", 5],
    ["a", 3],
  ]);
});

test("only the parts of the route are counted", () => {
  const parts = [part("a/x.ts", 10), part("b/y.ts", 99, "/login"), part("node_modules/p/i.js", 20)];
  const text = contentLines(parts, "/", 5).join("\n");
  expect(text).toContain("20  p");
  expect(text).toContain("10  a/x.ts");
  expect(text).not.toContain("99");
  expect(contentLines(parts, "/other", 5)).toEqual([]);
});
