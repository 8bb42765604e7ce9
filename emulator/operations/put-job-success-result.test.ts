import { describe, expect, it } from "vitest";
import { hour } from "../engine/duration";
import { action, pipelineOf, stage, task } from "./testing/declarations";
import { MakeWorld, madeShop, makeId, makeType } from "./testing/worker";

describe("PutJobSuccessResult", () => {
  it("lets the action succeed and gives its output variables to those that follow", () => {
    const make = new MakeWorld();
    const tell = task("Tell", { configuration: { FunctionName: "f", UserParameters: "#{Make.Image}" } });
    const shop = madeShop();
    make.ask("UpdatePipeline", { pipeline: { ...shop, stages: [...shop.stages, stage("After", [tell])] } });
    make.ask("PutJobSuccessResult", { jobId: make.takeJob().id });
    make.start("shop");
    make.pass(1);
    const { id } = make.takeJob();
    const outputVariables = { Image: "shop:7" };
    const executionDetails = { summary: "Built", externalExecutionId: "run-7", percentComplete: 100 };
    expect(make.ask("PutJobSuccessResult", { jobId: id, outputVariables, executionDetails })).toBeUndefined();
    expect(make.go()).toMatchObject({
      status: "Succeeded",
      summary: "Built",
      externalExecutionId: "run-7",
      externalExecutionUrl: "https://make.example/shop/runs/run-7",
    });
    const runs = make.actionRuns("shop");
    expect(runs.find(({ actionName }) => actionName === "Go")?.output).toMatchObject({ outputVariables });
    expect(runs.find(({ actionName }) => actionName === "Tell")?.input.resolvedConfiguration).toMatchObject({
      UserParameters: "shop:7",
    });
  });

  it("with a continuation token queues another job for the action, which stays in progress", () => {
    const make = new MakeWorld();
    const first = make.takeJob();
    make.ask("PutJobSuccessResult", {
      jobId: first.id,
      continuationToken: "deployment-1",
      executionDetails: { summary: "Half", percentComplete: 50 },
    });
    expect(make.go()).toMatchObject({ status: "InProgress", summary: "Half", percentComplete: 50 });
    const next = make.takeJob();
    expect(next.id).not.toBe(first.id);
    expect(next.data.continuationToken).toBe("deployment-1");
    expect(make.refusal("PutJobSuccessResult", { jobId: first.id })).toContain("InvalidJobStateException");
    make.ask("PutJobSuccessResult", { jobId: next.id });
    expect(make.go()).toMatchObject({ status: "Succeeded" });
    expect(make.executions("shop")[0]?.status).toBe("Succeeded");
  });

  it("refuses a result of a job nobody has taken, a second result and one of an abandoned action", () => {
    const make = new MakeWorld();
    const [offered] = make.poll();
    const early = { jobId: offered?.id };
    expect(make.refusal("PutJobSuccessResult", early)).toContain("InvalidJobStateException");
    make.ask("AcknowledgeJob", { ...early, nonce: offered?.nonce });
    make.ask("PutJobSuccessResult", early);
    expect(make.refusal("PutJobSuccessResult", early)).toContain("InvalidJobStateException");
    const pipelineExecutionId = make.start("shop");
    make.pass(1);
    const { id } = make.takeJob();
    make.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId, abandon: true });
    expect(make.refusal("PutJobSuccessResult", { jobId: id })).toContain("InvalidJobStateException");
    expect(make.go()).toMatchObject({ status: "Abandoned" });
  });

  it("waits for the worker when the execution is stopped without abandoning", () => {
    const make = new MakeWorld();
    const { id } = make.takeJob();
    const pipelineExecutionId = make.executions("shop")[0]?.pipelineExecutionId ?? "";
    make.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId });
    expect(make.status("shop", pipelineExecutionId)).toBe("Stopping");
    make.ask("PutJobSuccessResult", { jobId: id });
    expect(make.status("shop", pipelineExecutionId)).toBe("Stopped");
  });

  it("fails the action when no worker reports for 24 hours, however often one said it goes on", () => {
    const make = new MakeWorld();
    make.pass(23 * hour);
    make.ask("PutJobSuccessResult", { jobId: make.takeJob().id, continuationToken: "more" });
    make.pass(hour - 2);
    expect(make.go()).toMatchObject({ status: "InProgress" });
    make.pass(1);
    expect(make.go()).toMatchObject({
      status: "Failed",
      errorDetails: { code: "JobFailed", message: "Go did not end within 1440 minutes." },
    });
    expect(make.poll()).toEqual([]);
  });

  it.each([
    [
      { continuationToken: "more", outputVariables: { A: "b" } },
      "ValidationException: Output variables can be given only when there is no continuation token",
    ],
    [
      { outputVariables: { A: "b".repeat(122_880) } },
      "OutputVariablesSizeExceededException: The output variables are larger than 122880 bytes together.",
    ],
    [{ jobId: "00000000-0000-4000-8000-000000000000" }, "JobNotFoundException"],
  ])("refuses %o and leaves the action as it is", (change, words) => {
    const make = new MakeWorld();
    const { id } = make.takeJob();
    expect(make.refusal("PutJobSuccessResult", { jobId: id, ...change })).toContain(words);
    expect(make.go()).toMatchObject({ status: "InProgress" });
    make.ask("PutJobSuccessResult", { jobId: id, outputVariables: { A: "b" } });
  });

  it("tells which revision a custom source has found", () => {
    const make = new MakeWorld();
    const revisionUrlTemplate = "https://make.example/rev";
    make.ask("CreateCustomActionType", {
      ...makeType,
      category: "Source",
      settings: { revisionUrlTemplate },
      configurationProperties: [],
    });
    const from = action("Source/Make", "From", { owner: "Custom", outputs: ["src"] });
    const later = stage("Run", [task("Go", { configuration: { FunctionName: "f" } })]);
    make.create({ ...pipelineOf("other", []), stages: [stage("Source", [from]), later] });
    const body = { actionTypeId: { ...makeId, category: "Source" } };
    const [job] = make.ask<{ jobs: Array<{ id: string; nonce: string }> }>("PollForJobs", body).jobs;
    make.ask("AcknowledgeJob", { jobId: job?.id, nonce: job?.nonce });
    const currentRevision = {
      revision: "r-17",
      changeIdentifier: "c-17",
      created: 1_760_000_000,
      revisionSummary: "Seventeen",
    };
    make.ask("PutJobSuccessResult", { jobId: job?.id, currentRevision });
    expect(make.action("other", "Source", "From")).toMatchObject({
      currentRevision: { revisionId: "r-17", revisionChangeId: "c-17", created: 1_760_000_000 },
    });
    expect(make.executions("other")[0]?.sourceRevisions).toMatchObject([
      { actionName: "From", revisionId: "r-17", revisionSummary: "Seventeen" },
    ]);
  });
});
