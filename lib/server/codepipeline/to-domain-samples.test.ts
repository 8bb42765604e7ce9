import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ScriptedAws, startScriptedAws } from "../testing/scripted-aws";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { readWire, type Wire } from "../testing/wire";

const SAMPLES = new URL("../../../../shared/reference/samples/", import.meta.url);

let aws: ScriptedAws;
beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.stop());
beforeEach(() => stubAwsKeys());

const read = (wire: Wire, executionMode?: string) => readWire(aws, wire, executionMode);

describe.runIf(existsSync(SAMPLES))("the samples AWS published (skipped where they are not there)", () => {
  const sample = (name: string): unknown => JSON.parse(readFileSync(new URL(name, SAMPLES), "utf8"));
  const listOf = (name: string, member: string): unknown[] => {
    const value = sample(name);
    const items: unknown =
      typeof value === "object" && value !== null
        ? Object.entries(value).find(([key]) => key === member)?.[1]
        : [];
    return Array.isArray(items) ? items : [];
  };

  /** The published text shows instants as the CLI prints them; the wire carries epoch seconds. */
  const withEpochs = (item: unknown): unknown =>
    JSON.parse(JSON.stringify(item), (key, value: unknown) =>
      key.endsWith("Time") ? Date.parse(String(value)) / 1000 : value,
    );

  test("a pipeline at rest", async () => {
    const pipeline = await read({ state: sample("get-pipeline-state.api-reference.json") });
    expect(pipeline.stages.map((stage) => stage.name)).toEqual(["Source", "Staging"]);
    expect(pipeline.stages[1]?.transition).toMatchObject({ enabled: true, changedBy: "johndoe" });
    expect(pipeline.stages[1]?.actions[0]).toMatchObject({
      standing: "Succeeded",
      externalExecutionId: "d-EXAMPLE",
    });
  });

  test("a closed transition behind a failure", async () => {
    const pipeline = await read({ state: sample("get-pipeline-state.userguide-disabled-transition.json") });
    expect(pipeline.stages[2]).toMatchObject({
      transition: {
        enabled: false,
        reason: "Disabled while I investigate the failure",
        changedBy: "CodePipelineUser",
      },
      actions: [{ standing: "Failed", error: { code: "JobFailed" } }],
    });
  });

  test("an approval fragment without a status keeps its token back", async () => {
    const pipeline = await read({ state: sample("get-pipeline-state.userguide-approval-fragment.json") });
    expect(JSON.stringify(pipeline)).not.toContain("XAMPLETOKEN");
  });

  test("executions and actions", async () => {
    const pipeline = await read({
      state: { pipelineName: "p", stageStates: [{ stageName: "Source" }, { stageName: "Deploy" }] },
      executions: listOf("list-pipeline-executions.userguide-v2.json", "pipelineExecutionSummaries").map(
        withEpochs,
      ),
      actions: listOf("list-action-executions.json", "actionExecutionDetails"),
    });
    expect(pipeline.finishedLast.map((execution) => execution.revisions[0]?.summary)).toEqual([
      "Added README.txt",
      "Added README.txt",
    ]);
  });

  test("a declaration", async () => {
    const declared = sample("get-pipeline.api-reference.json");
    const pipeline: unknown =
      typeof declared === "object" && declared !== null && "pipeline" in declared
        ? declared.pipeline
        : undefined;
    const { stages } = await read({ state: { pipelineName: "p" }, pipeline });
    expect(stages.map((stage) => stage.standing)).toEqual(["NotYetRun", "NotYetRun"]);
  });
});
