import { expect, test } from "vitest";
import type { ExecutionComparison } from "@/lib/domain/compare-executions";
import { comparedFacts, comparisonGaps } from "./comparison-rows";

const side = (id: string) => ({ id, label: id, standing: "Succeeded", status: "Succeeded" });
const comparison: ExecutionComparison = {
  before: side("a"),
  after: side("b"),
  status: { before: "Succeeded", after: "Succeeded", same: true },
  executionMode: { before: "QUEUED", after: "QUEUED", same: true },
  trigger: { before: "push", after: "push", same: true },
  tookMs: { before: 1000, after: 1000, same: true },
  revisions: [],
  stages: [],
  gaps: ["codepipeline:GetPipelineExecution"],
};

test("what is not known of both has no row, and is named with the permission it takes", () => {
  expect(comparedFacts(comparison).map(({ name }) => name)).toEqual([
    "Mode",
    "Trigger",
    "Status",
    "Took in all",
  ]);
  expect(comparisonGaps(comparison)).toBe(
    "Not compared: variables, definition. The role lacks codepipeline:GetPipelineExecution.",
  );
  const whole = { ...comparison, variables: [], pipelineVersion: { before: 3, after: 3, same: true } };
  expect(comparisonGaps({ ...whole, gaps: [] })).toBeUndefined();
});

test("an execution that AWS no longer keeps is named", () => {
  const gone = { ...comparison, after: { ...side("b"), forgotten: true }, stages: undefined, gaps: [] };
  expect(comparisonGaps(gone)).toBe("Not compared: variables, definition, stages. AWS no longer keeps b.");
});
