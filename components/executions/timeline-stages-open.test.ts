import { expect, test } from "vitest";
import { failedReply } from "@/components/testing/execution-fixture";
import { hasRoom, isOpen, toggleStage } from "./timeline-stages-open";

const [build, , prod] = failedReply().execution.stages;
if (build === undefined || prod === undefined) throw new Error("the fixture has three stages");

test("on a phone only what needs to be looked into is open", () => {
  expect([build, prod].map((stage) => isOpen(stage, {}, true))).toEqual([false, true]);
  expect([build, prod].map((stage) => isOpen(stage, {}, false))).toEqual([true, true]);
});

test("opening and closing a stage again leaves nothing in the address", () => {
  for (const phone of [true, false]) {
    for (const stage of [build, prod]) {
      const once = toggleStage(stage, {}, phone);
      expect(isOpen(stage, once, phone)).toBe(!isOpen(stage, {}, phone));
      expect(toggleStage(stage, once, phone)).toEqual({ closed: undefined, open: undefined });
    }
  }
});

test("with more lines than can be read, only what needs to be looked into is open", () => {
  const stages = failedReply().execution.stages;
  expect([hasRoom(stages, false), hasRoom(stages, true)]).toEqual([true, false]);
  const many = Array.from({ length: 100 }, () => stages).flat();
  expect(hasRoom(many, false)).toBe(false);
});
