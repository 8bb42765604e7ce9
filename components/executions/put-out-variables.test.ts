import { expect, test } from "vitest";
import { actionRun, timelineStage } from "@/components/testing/execution-fixture";
import { putOutVariables } from "./put-out-variables";

const put = (key: string, value: string | null) => ({ key, value, hidden: value === null });

test("variables are named with their namespace, the last attempt's count, and a hidden one stays hidden", () => {
  const build = (attempt: number, tag: string) =>
    actionRun("package", "10:00", "10:05", {
      attempt,
      namespace: "Build",
      outputVariables: [put("image_tag", tag), put("LOGIN", null)],
    });
  expect(putOutVariables([timelineStage("Build", [build(1, "old"), build(2, "new")])])).toEqual([
    { name: "Build.image_tag", value: "new", hidden: false },
    { name: "Build.LOGIN", value: null, hidden: true },
  ]);
});

test("those of sources, and of actions without a namespace, are not among them", () => {
  const outputVariables = [put("CommitId", "3ad8c55")];
  expect(
    putOutVariables([
      timelineStage("Source", [
        actionRun("repo", "10:00", "10:01", { category: "Source", namespace: "Src", outputVariables }),
        actionRun("lint", "10:00", "10:01", { outputVariables }),
      ]),
    ]),
  ).toEqual([]);
});
