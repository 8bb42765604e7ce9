import { expect, test } from "vitest";
import { railWords } from "./mini-rail-words";

test("side by side a station says how many run, who stands in front, and that its gate is closed", () => {
  const held = [{ executionId: "e1", label: "7b09f1e", kind: "track" as const }];
  const words = railWords([
    { stage: "Build", standing: "InProgress", waiting: [], gateClosed: false, count: 2 },
    { stage: "Prod", standing: "Succeeded", waiting: held, gateClosed: true, count: 0 },
  ]);
  expect(words).toBe("Build 2 running; Prod 0 running, 7b09f1e in front, transition into it closed");
});
