import { expect, test } from "vitest";
import { commonFolder } from "./empty-app";

test("the common folder of two paths is the nearest that holds both", () => {
  expect(commonFolder("/tmp/a", "/root/x")).toBe("/");
  expect(commonFolder("/home/me/tmp", "/home/me/project")).toBe("/home/me");
  expect(commonFolder("/home/me", "/home/me/project")).toBe("/home/me");
});
