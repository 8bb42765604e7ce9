import { expect, test } from "vitest";
import { actionRun, at, ruleRun, summary, timelineStage } from "@/components/testing/execution-fixture";
import type { ExecutionDetail, TimelineStage } from "@/lib/domain/execution-detail";
import { executionOffers } from "./execution-offers";

function detail(status: string, stages: TimelineStage[]): ExecutionDetail {
  return {
    target: "prod-eu",
    pipeline: "shop",
    summary: summary("e1", at("10:00"), { status, standing: status }),
    variables: [],
    rolledBackBy: [],
    restoredBy: [],
    stages,
    denied: [],
    consoleUrl: "https://console.example",
  };
}

const may = () => undefined;
const source = timelineStage("Source", [actionRun("App", "10:00", "10:01")]);

test("an approval that waits is offered for review", () => {
  const asks = timelineStage("Sign", [actionRun("Ask", "10:01", undefined, { standing: "Approval" })]);
  expect(executionOffers(detail("InProgress", [source, asks]), may)).toMatchObject([
    { label: "Review…", open: { review: "Sign/Ask" } },
  ]);
});

test("a condition that is not met is offered for override beside the retry, until somebody overrode it", () => {
  const rule = ruleRun("alarm", "10:01", "10:02", { condition: "beforeEntry", standing: "Failed" });
  const held = (rules: (typeof rule)[]) => timelineStage("Prod", [], { standing: "Failed", rules });
  const labels = (stage: TimelineStage) =>
    executionOffers(detail("Failed", [source, stage]), may).map(({ label }) => label);
  expect(labels(held([rule]))).toContain("Override…");
  expect(labels(held([{ ...rule, overridden: true }]))).not.toContain("Override…");
  expect(labels(held([rule, { ...rule, attempt: 2, standing: "Succeeded" }]))).not.toContain("Override…");
});

test("what merely runs offers nothing besides its stop", () => {
  const runs = timelineStage("Build", [actionRun("compile", "10:01")]);
  expect(executionOffers(detail("InProgress", [source, runs]), may)).toEqual([]);
});

test("what failed in a stage that holds another execution by now is neither retried nor rolled back", () => {
  const now = { executionId: "e2", label: "c08d3aa" };
  const gone = timelineStage("Build", [], { standing: "Failed", now });
  const why = "Build has c08d3aa now: what stopped there is no longer in it.";
  const ran = detail("Failed", [source, gone]);
  expect(executionOffers(ran, may).map(({ off }) => off)).toEqual([why, why]);
  const parallel = { ...ran, summary: { ...ran.summary, executionMode: "PARALLEL" } };
  expect(executionOffers(parallel, may).find(({ label }) => label === "Retry Build…")?.off).toBeUndefined();
});
