import { expect, test } from "vitest";
import { inboxCut } from "./inbox-cut";

const item = (id: string, allowed: boolean) => ({ id, may: { allowed } });
const cut = (items: ReturnType<typeof item>[], most: number) => inboxCut(items, most).map(({ id }) => id);

test("what the viewer may settle stays before what is worse, in the order they came", () => {
  const items = [item("failure", false), item("another", false), item("approval", true), item("gate", true)];
  expect(cut(items, 3)).toEqual(["failure", "approval", "gate"]);
  expect(cut(items, 1)).toEqual(["approval"]);
});

test("of what the viewer may settle the worst stays", () => {
  expect(cut([item("a", true), item("b", true), item("c", true)], 2)).toEqual(["a", "b"]);
});

test("as many as are wanted are all there", () => {
  expect(cut([item("a", false), item("b", true)], 2)).toEqual(["a", "b"]);
});
