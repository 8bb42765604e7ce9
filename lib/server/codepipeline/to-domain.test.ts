import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AT, actions, declaration, executions, FIRST, SECOND, state, TOKEN } from "../testing/checkout-web";
import { type ScriptedAws, startScriptedAws } from "../testing/scripted-aws";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { NOW_MS, readWire, type Wire } from "../testing/wire";

let aws: ScriptedAws;
beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.stop());
beforeEach(() => stubAwsKeys());

const read = (wire: Wire, executionMode?: string) => readWire(aws, wire, executionMode);

const all: Wire = { state, pipeline: declaration, executions, actions };

describe("a whole pipeline", () => {
  test("its row says what is worst, where everything stands and when that changed", async () => {
    const { row } = await read(all);
    expect(row).toMatchObject({
      target: "t",
      name: "checkout-web",
      executionMode: "QUEUED",
      pipelineType: "V2",
      version: 14,
      status: "Failed",
      running: 1,
      sentence: { lead: "deploy failed in Prod.", text: "Gate into Prod closed" },
      changedAt: new Date((AT - 50) * 1000).toISOString(),
      approvalExpiresAt: new Date((AT - 120 + 3600) * 1000).toISOString(),
      asOf: new Date(NOW_MS).toISOString(),
    });
    expect(
      row.stations.map(({ stage, standing, revision, train, gateClosed }) => [
        stage,
        standing,
        revision,
        train?.label,
        gateClosed,
      ]),
    ).toEqual([
      ["Source", "Succeeded", "90fd1a2", undefined, false],
      ["Approve", "Approval", undefined, "90fd1a2", false],
      ["Prod", "Failed", "3ad8c55", undefined, true],
    ]);
  });

  test("an open approval tells what is asked, since when and until when, and no token anywhere", async () => {
    const pipeline = await read(all);
    expect(pipeline.stages[1]?.actions[0]).toMatchObject({
      standing: "Approval",
      status: "InProgress",
      approval: {
        executionId: SECOND,
        question: "Ship c08d3aa?",
        link: "https://wiki.example/ship",
        askedAt: new Date((AT - 120) * 1000).toISOString(),
        timeoutMs: 3_600_000,
      },
    });
    expect(JSON.stringify(pipeline)).not.toContain(TOKEN);
  });

  test("of approvals in two stages, the row says until when the one is open that it names", async () => {
    const [, declared] = declaration.stages;
    const [, asks] = state.stageStates;
    const [action] = declared?.actions ?? [];
    const sign = { ...declared, name: "Sign", actions: [{ ...action, timeoutInMinutes: 600 }] };
    const { row } = await read({
      state: { ...state, stageStates: [asks, { ...asks, stageName: "Sign" }] },
      pipeline: { ...declaration, stages: [declared, sign] },
    });
    expect(row).toMatchObject({
      sentence: { lead: "Waiting for approval in Sign." },
      approvalExpiresAt: new Date((AT - 100 + 36_000) * 1000).toISOString(),
    });
  });

  test("before its action is known, the approval asks with the text as written, and no script as its link", async () => {
    const approval = (await read({ ...all, actions: [] })).stages[1]?.actions[0]?.approval;
    expect(approval).toMatchObject({
      question: "Ship #{App.CommitId}?",
      askedAt: new Date((AT - 100) * 1000).toISOString(),
    });
    expect(approval?.link).toBeUndefined();
  });

  test("actions come by run order with their configuration redacted, those without a run too", async () => {
    const prod = (await read(all)).stages[2];
    expect(prod?.actions.map(({ name, standing, runOrder }) => [name, standing, runOrder])).toEqual([
      ["migrate", "NotYetRun", 1],
      ["deploy", "Failed", 2],
    ]);
    expect(prod?.actions[1]).toMatchObject({
      error: { code: "JobFailed", message: "3 of 6 tasks failed" },
      lastUpdatedBy: "m.okafor",
      inputArtifacts: ["app"],
      configuration: [
        { key: "StackName", value: "web", hidden: false },
        { key: "ParameterOverrides", value: null, hidden: true },
      ],
    });
    expect(prod).toMatchObject({
      transition: { enabled: false, reason: "5xx", changedBy: "m.okafor" },
      beforeEntry: {
        result: "FAIL",
        standing: "Succeeded",
        rules: [{ name: "window", standing: "Succeeded" }],
      },
      retry: { automatic: 0, manual: 1, latestTrigger: "ManualStageRetry" },
    });
  });

  test("revisions come in the order of the source actions, with message and author as plain text", async () => {
    const [newest] = (await read(all)).onTheLine;
    expect(newest).toMatchObject({
      id: SECOND,
      standing: "Approval",
      stage: "Approve",
      trigger: { text: "push", by: "Sofia Ferreira" },
    });
    expect(newest?.revisions).toEqual([
      {
        action: "infra-repo",
        id: "90fd1a2".padEnd(40, "0"),
        shortId: "90fd1a2",
        summary: "Apple Pay: retry on 409",
        author: "Sofia Ferreira",
        branch: "main",
      },
      { action: "app-repo", id: "c08d3aa".padEnd(40, "0"), shortId: "c08d3aa", summary: "App" },
    ]);
  });

  test("what ended stands below, with who started it", async () => {
    const { finishedLast, waiting, consoleUrl } = await read(all);
    expect(finishedLast).toMatchObject([
      {
        id: FIRST,
        status: "Failed",
        stage: "Prod",
        trigger: { text: "started by m.okafor", by: "m.okafor" },
      },
    ]);
    expect(waiting).toMatchObject({
      cause: "failure",
      stage: "Prod",
      lead: "Prod is not moving:",
      text: "deploy failed for 3ad8c55, and the gate into Prod is closed.",
    });
    expect(consoleUrl).toContain("eu-west-1.console.aws.amazon.com");
  });
});

describe("PARALLEL mode", () => {
  const waiting = (executionId: string, startTime: number) => ({
    ...actions[0],
    pipelineExecutionId: executionId,
    startTime,
  });
  const wire: Wire = {
    state: {
      pipelineName: "media",
      pipelineVersion: 14,
      stageStates: state.stageStates.map(({ stageName }) => ({ stageName, actionStates: [] })),
    },
    pipeline: { ...declaration, executionMode: "PARALLEL" },
    executions: executions.map((execution) => ({ ...execution, status: "InProgress" })),
    actions: [waiting(SECOND, AT - 60), waiting(FIRST, AT - 900)],
  };

  test("stages come from actions, and stations count what is inside", async () => {
    const { row, onTheLine, waiting: why } = await read(wire);
    expect(why).toMatchObject({ cause: "approval", stage: "Approve" });
    expect(row).toMatchObject({
      status: "Approval",
      running: 2,
      sentence: { lead: "Waiting for approval in Approve." },
    });
    expect(row.stations.map((station) => station.count)).toEqual([0, 2, 0]);
    expect(onTheLine.map((execution) => [execution.standing, execution.stage])).toEqual([
      ["Approval", "Approve"],
      ["Approval", "Approve"],
    ]);
  });

  test("the execution that started last is among what ended, though five ended after it", async () => {
    const ended = (index: number) => ({
      ...executions[0],
      pipelineExecutionId: `00000000-0000-4000-8000-00000000000${index}`,
      status: "Succeeded",
      startTime: AT - 1000 - index,
      lastUpdateTime: AT - 100,
    });
    const newest = { ...executions[0], status: "Failed", startTime: AT - 500, lastUpdateTime: AT - 490 };
    const { finishedLast } = await read({
      ...wire,
      actions: [],
      executions: [newest, ...[1, 2, 3, 4, 5, 6].map(ended)],
    });
    expect(finishedLast).toHaveLength(6);
    expect(finishedLast.at(-1)?.id).toBe(newest.pipelineExecutionId);
  });

  test("who came through a stage waits at the closed gate of the next", async () => {
    const shut = { enabled: false, disabledReason: "5xx" };
    const stageStates = state.stageStates.map(({ stageName }) => ({
      stageName,
      actionStates: [],
      ...(stageName === "Prod" && { inboundTransitionState: shut }),
    }));
    const through = { ...waiting(FIRST, AT - 900), status: "Succeeded" };
    const {
      waiting: why,
      stages,
      onTheLine,
    } = await read({
      ...wire,
      state: { pipelineName: "media", pipelineVersion: 14, stageStates },
      actions: [waiting(SECOND, AT - 60), through],
    });
    expect(onTheLine.map(({ standing, stage }) => [standing, stage])).toEqual([
      ["Approval", "Approve"],
      ["ClosedGate", "Prod"],
    ]);
    const text = "The gate into Prod is closed: 5xx. 3ad8c55 waits in front of it.";
    expect(why).toMatchObject({ cause: "approval", gate: { text } });
    expect(stages[2]?.waiting).toMatchObject({ cause: "gate", stage: "Prod", text });
  });

  test("where the newest failed is told beside what waits", async () => {
    const failed = executions.map((one) => ({
      ...one,
      status: one.pipelineExecutionId === SECOND ? "Failed" : "InProgress",
    }));
    const rejected = { ...waiting(SECOND, AT - 60), status: "Failed" };
    const wired = { ...wire, executions: failed, actions: [rejected, waiting(FIRST, AT - 900)] };
    const { row } = await read(wired);
    expect(row).toMatchObject({
      status: "Failed",
      failed: { stage: "Approve", executionId: SECOND },
      sentence: {
        lead: "90fd1a2 failed in Approve.",
        text: "3ad8c55 waits for approval in Approve",
      },
    });
    expect(row.stations.map(({ labels }) => labels)).toEqual([undefined, ["3ad8c55"], undefined]);
    expect((await read({ ...wired, pipeline: declaration })).row.failed).toBeUndefined();
  });

  test("every approval that waits at an action is there, the longest waiting first, without its token", async () => {
    const pipeline = await read(wire);
    const action = pipeline.stages[1]?.actions[0];
    expect(action?.approval?.executionId).toBe(FIRST);
    expect(action?.moreApprovals?.map((approval) => approval.executionId)).toEqual([SECOND]);
    expect(JSON.stringify(pipeline)).not.toContain(TOKEN);
  });

  test("an action shows a run that goes on, not a newer one that has ended, and how many go on", async () => {
    const both = await read(wire);
    expect(both.stages[1]?.actions[0]?.openRuns).toBe(2);
    const rejected = { ...waiting(SECOND, AT - 60), status: "Failed" };
    const one = (await read({ ...wire, actions: [rejected, waiting(FIRST, AT - 900)] })).stages[1]
      ?.actions[0];
    expect(one).toMatchObject({ standing: "Approval", executionId: FIRST });
    expect(one?.openRuns).toBeUndefined();
  });
});
