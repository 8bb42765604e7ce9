import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ExecutionSummary } from "@/lib/contract/execution";
import { haveSamples, sample, sampleList } from "../testing/aws-samples";
import { type ExecutionWire, readExecutionWire } from "../testing/execution-wire";
import { type ScriptedAws, startScriptedAws } from "../testing/scripted-aws";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { listExecutionPage } from "./list-pipeline-executions";
import { toExecutionRows } from "./to-execution-rows";

let aws: ScriptedAws;
beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.stop());
beforeEach(() => stubAwsKeys());

const read = (wire: ExecutionWire, id = "3137f7cb") => readExecutionWire(aws, wire, id);
const executionOf = (name: string) => sample(name).pipelineExecution;

describe.runIf(haveSamples)("the samples AWS published (skipped where they are not there)", () => {
  test("an execution", async () => {
    const { summary, pipelineVersion } = await read({
      execution: executionOf("get-pipeline-execution.json"),
    });
    expect(pipelineVersion).toBe(2);
    expect(summary.revisions).toMatchObject([
      { action: "MyApp", summary: "Updating the application for feature 12-4820" },
    ]);
  });

  test("a rollback, whose placeholder addresses lead nowhere", async () => {
    const detail = await read({ execution: executionOf("get-pipeline-execution.userguide-rollback.json") });
    expect(detail.rollbackOf).toBe("4f47bed9-6998-476c-a49d-e60beEXAMPLE");
    expect(detail.summary).toMatchObject({ executionType: "ROLLBACK", trigger: { type: "ManualRollback" } });
    expect(detail.summary.revisions[0]?.url).toBeUndefined();
  });

  test("its actions, artifacts from one to the next", async () => {
    const { stages } = await read({
      execution: executionOf("get-pipeline-execution.json"),
      actions: sampleList("list-action-executions.json", "actionExecutionDetails"),
    });
    expect(stages.map((stage) => [stage.name, stage.standing])).toEqual([
      ["Source", "Succeeded"],
      ["Deploy", "Succeeded"],
    ]);
    expect(stages[1]?.actions[0]).toMatchObject({
      externalExecutionId: "d-EXAMPLEE5",
      inputArtifacts: [{ name: "SourceArtifact", from: { stage: "Source", action: "Source" } }],
    });
    expect(stages[0]?.actions[0]?.outputVariables.filter((entry) => entry.hidden)).toEqual([]);
  });

  test("its rules", async () => {
    const { stages } = await read({
      execution: executionOf("get-pipeline-execution.json"),
      rules: sampleList("list-rule-executions.json", "ruleExecutionDetails"),
    });
    expect(stages[0]?.rules).toMatchObject([
      {
        name: "MyMonitorRule",
        provider: "CloudWatchAlarm",
        startedAt: "2024-07-29T15:55:01.271Z",
        configuration: [{ key: "AlarmName" }, { key: "WaitTime" }],
      },
    ]);
  });

  test.each([
    "get-pipeline-state.api-reference.json",
    "get-pipeline-state.userguide-disabled-transition.json",
    "get-pipeline-state.userguide-approval-fragment.json",
  ])("an execution beside %s", async (name) => {
    const declared = sample("get-pipeline.api-reference.json").pipeline;
    const detail = await read({
      execution: executionOf("get-pipeline-execution.json"),
      state: sample(name),
      pipeline: declared,
      executions: sampleList("list-pipeline-executions.userguide-v2.json", "pipelineExecutionSummaries"),
    });
    expect(detail.stages.length).toBeGreaterThan(0);
    expect(JSON.stringify(detail)).not.toContain("XAMPLETOKEN");
  });

  test("rows of the history", async () => {
    const listed = JSON.stringify({
      pipelineExecutionSummaries: sampleList(
        "list-pipeline-executions.userguide-v2.json",
        "pipelineExecutionSummaries",
      ),
    });
    aws.answers("ListPipelineExecutions", listed);
    const { items } = await listExecutionPage(aws.target, "MyFirstPipeline");
    const rows = toExecutionRows(items, [], { items: [], knownFromMs: 0, knownOf: new Set() });
    const parsed = rows.map((row) => ExecutionSummary.parse(JSON.parse(JSON.stringify(row))));
    expect(parsed.map((row) => row.startedAt)).toEqual([
      "2024-04-16T09:00:28.185Z",
      "2024-04-16T08:58:56.601Z",
    ]);
  });
});
