import { describe, expect, it } from "vitest";
import { second } from "../engine/duration";
import { MakeWorld, madeShop, makeId, makeType } from "./testing/worker";

describe("PollForJobs", () => {
  it("hands out what an action that waits is about, with its secrets in the open", () => {
    const make = new MakeWorld();
    expect(make.go()).toMatchObject({ status: "InProgress" });
    const [job, ...more] = make.poll({ maxBatchSize: 10 });
    expect(more).toEqual([]);
    const { pipelineExecutionId } = make.executions("shop")[0] ?? {};
    expect(job).toMatchObject({
      nonce: "3",
      accountId: "111122223333",
      data: {
        actionTypeId: makeId,
        actionConfiguration: { configuration: { Project: "shop", Password: "hush" } },
        pipelineContext: {
          pipelineName: "shop",
          pipelineArn: "arn:aws:codepipeline:eu-west-1:111122223333:shop",
          pipelineExecutionId,
          stage: { name: "Make" },
          action: { name: "Go", actionExecutionId: make.go()?.actionExecutionId },
        },
        inputArtifacts: [
          { name: "src", location: { type: "S3", s3Location: { bucketName: "artifact-bucket" } } },
        ],
        outputArtifacts: [{ name: "built" }],
        artifactCredentials: { accessKeyId: expect.stringMatching(/^ASIA/) },
      },
    });
    expect(job?.data).not.toHaveProperty("continuationToken");
  });

  it("tells where the outputs are to be, which is where they are in the end", () => {
    const make = new MakeWorld();
    const { id, data } = make.takeJob();
    make.ask("PutJobSuccessResult", { jobId: id });
    const [run] = make.actionRuns("shop").filter(({ actionName }) => actionName === "Go");
    const [output] = data.outputArtifacts;
    expect(run?.output).toMatchObject({ outputArtifacts: [{ name: "built", s3location: {} }] });
    const key = JSON.stringify(output).match(/"objectKey":"([^"]+)"/)?.[1];
    expect(JSON.stringify(run?.output)).toContain(`"key":"${key}"`);
  });

  it("hands a job that nobody takes out again after 30 seconds, with another nonce", () => {
    const make = new MakeWorld();
    const [first] = make.poll();
    make.pass(29 * second);
    expect(make.poll()).toEqual([]);
    make.pass(second);
    const [again] = make.poll();
    expect(again?.id).toBe(first?.id);
    expect(again?.nonce).not.toBe(first?.nonce);
    expect(make.refusal("AcknowledgeJob", { jobId: first?.id, nonce: first?.nonce })).toContain(
      "InvalidNonceException",
    );
    make.ask("AcknowledgeJob", { jobId: again?.id, nonce: again?.nonce });
    make.pass(60 * second);
    expect(make.poll()).toEqual([]);
  });

  it("hands out one job unless more are asked for, oldest first", () => {
    const make = new MakeWorld({ executionMode: "PARALLEL", pipelineType: "V2" });
    make.start("shop");
    make.pass(1);
    make.start("shop");
    make.pass(1);
    const ids = [make.poll(), make.poll({ maxBatchSize: 100 })].map((jobs) =>
      jobs.map(({ data }) => data.pipelineContext.pipelineExecutionId),
    );
    const [third, second_, first] = make.executions("shop").map((each) => each.pipelineExecutionId);
    expect(ids).toEqual([[first], [second_, third]]);
  });

  it("hands out only jobs whose queryable property has the asked value, to the account and region of the pipeline", () => {
    const make = new MakeWorld();
    expect(make.poll({ queryParam: { Project: "other" } })).toEqual([]);
    expect(make.refusal("PollForJobs", { actionTypeId: makeId }, { region: "us-east-1" })).toContain(
      "ActionTypeNotFoundException",
    );
    make.ask("CreateCustomActionType", makeType, { account: "222233334444" });
    const body = { actionTypeId: makeId, queryParam: { Project: "shop" } };
    expect(make.ask("PollForJobs", body, { account: "222233334444" })).toEqual({ jobs: [] });
    expect(make.poll()).toHaveLength(1);
  });

  it.each([
    [{ actionTypeId: makeId }, "ValidationException: queryParam must give the queryable property 'Project'"],
    [{ actionTypeId: makeId, queryParam: { Other: "a" } }, "ValidationException: queryParam must give"],
    [
      { actionTypeId: { ...makeId, version: "2" }, queryParam: { Project: "a" } },
      "ValidationException: The action type has no queryable property",
    ],
    [{ actionTypeId: { ...makeId, version: "3" } }, "ActionTypeNotFoundException: The action type"],
    [{ actionTypeId: { ...makeId, owner: "AWS", provider: "CodeBuild" } }, "ActionTypeNotFoundException"],
    [{ actionTypeId: makeId, maxBatchSize: 0 }, "Value at 'maxBatchSize' failed to satisfy constraint"],
  ])("refuses %j", (body, words) => {
    const make = new MakeWorld();
    make.ask("CreateCustomActionType", {
      ...makeType,
      version: "2",
      settings: {},
      configurationProperties: [],
    });
    expect(make.refusal("PollForJobs", body)).toContain(words);
  });

  it("tells the key of an encrypted artifact store", () => {
    const encryptionKey = { id: "arn:aws:kms:eu-west-1:111122223333:key/1", type: "KMS" };
    const artifactStore = { type: "S3", location: "artifact-bucket", encryptionKey };
    const make = new MakeWorld({ artifactStore });
    expect(make.poll()[0]?.data.encryptionKey).toEqual(encryptionKey);
  });

  it("hands out nothing for an action that a script ends, or whose pipeline is gone", () => {
    const make = new MakeWorld();
    const [job] = make.poll();
    make.world.outcomes.add({ action: "Go", durationMs: second });
    make.ask("UpdatePipeline", { pipeline: madeShop() });
    make.ask("StopPipelineExecution", {
      pipelineName: "shop",
      pipelineExecutionId: make.executions("shop")[0]?.pipelineExecutionId,
      abandon: true,
    });
    make.pass(5 * second);
    make.start("shop");
    make.pass(60 * second);
    expect(make.go()).toMatchObject({ status: "Succeeded" });
    expect(make.poll()).toEqual([]);
    make.world.outcomes.clear();
    make.start("shop");
    make.pass(60 * second);
    const waiting = make.takeJob();
    make.ask("DeletePipeline", { name: "shop" });
    for (const { id } of [job ?? waiting, waiting])
      expect(make.refusal("PutJobSuccessResult", { jobId: id })).toContain("InvalidJobStateException");
  });
});
