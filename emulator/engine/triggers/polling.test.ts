import { describe, expect, it } from "vitest";
import { action, pipelineOf, source, stage, task } from "../../operations/testing/declarations";
import { SmallWorld, worldStart } from "../../operations/testing/small-world";
import { day, minute, second } from "../duration";

const polled = source("App", { configuration: { RepositoryName: "shop", BranchName: "main" } });
const bucket = action("Source/S3", "Bucket", {
  outputs: ["zip"],
  configuration: { S3Bucket: "b", S3ObjectKey: "k", PollForSourceChanges: "true" },
});

function polling(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  const stages = [stage("Source", [polled, bucket]), stage("Run", [task("Go")])];
  small.create({ ...pipelineOf("shop", []), stages });
  small.pass(10 * minute);
  return small;
}

function change(small: SmallWorld, name: string, revisionId: string): string[] {
  return small.world.addRevision({ ...small.ctx, pipeline: "shop", action: name, revisionId });
}

function pollingDisabledAt(small: SmallWorld): number | undefined {
  const { metadata } = small.ask<{ metadata: { pollingDisabledAt?: number } }>("GetPipeline", {
    name: "shop",
  });
  return metadata.pollingDisabledAt;
}

describe("a polled source", () => {
  it("starts an execution with the next poll, not with the change", () => {
    const small = polling();
    small.pass(20 * second);
    expect(change(small, "App", "abc")).toEqual([]);
    small.pass(39 * second);
    expect(small.executions("shop")).toHaveLength(1);
    small.pass(second);
    expect(small.executions("shop")[0]).toMatchObject({
      status: "InProgress",
      trigger: { triggerType: "PollForSourceChanges", triggerDetail: "App" },
    });
    small.pass(5 * minute);
    expect(small.executions("shop")[0]).toMatchObject({
      status: "Succeeded",
      sourceRevisions: [{ revisionId: "abc" }, {}],
    });
  });

  it("starts one execution for everything that changed between two polls", () => {
    const small = polling();
    change(small, "App", "one");
    change(small, "App", "two");
    change(small, "Bucket", "version-2");
    small.pass(5 * minute);
    const [newest, first, ...more] = small.executions("shop");
    expect(newest?.sourceRevisions.map(({ revisionId }) => revisionId)).toEqual(["two", "version-2"]);
    expect(first?.trigger.triggerType).toBe("CreatePipeline");
    expect(more).toEqual([]);
  });

  it("starts nothing when the source holds what it held", () => {
    const small = polling();
    change(small, "App", "one");
    small.pass(5 * minute);
    change(small, "App", "one");
    small.pass(5 * minute);
    expect(small.executions("shop")).toHaveLength(2);
  });

  it("is not polled any more after 30 days without executions, until the next one", () => {
    const small = polling();
    expect(pollingDisabledAt(small)).toBeUndefined();
    small.pass(30 * day);
    expect(pollingDisabledAt(small)).toBe((worldStart + 30 * day) / 1000);
    change(small, "App", "abc");
    small.pass(5 * minute);
    expect(small.executions("shop")).toHaveLength(1);
    small.start("shop");
    expect(pollingDisabledAt(small)).toBeUndefined();
    small.pass(5 * minute);
    change(small, "App", "def");
    small.pass(5 * minute);
    expect(small.executions("shop")[0]?.trigger.triggerType).toBe("PollForSourceChanges");
  });

  it("is not polled once the pipeline does not ask for it, and the pipeline has no such instant", () => {
    const small = polling();
    change(small, "App", "abc");
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Run", [task("Go")])]) });
    small.pass(31 * day);
    expect(small.executions("shop")).toHaveLength(1);
    expect(pollingDisabledAt(small)).toBeUndefined();
  });

  it("is forgotten with its pipeline", () => {
    const small = polling();
    change(small, "App", "abc");
    small.ask("DeletePipeline", { name: "shop" });
    expect(small.world.nextEventAt()).toBeUndefined();
  });
});

describe("the quota of polled pipelines", () => {
  const named = (name: string): ReturnType<typeof pipelineOf> => ({
    ...pipelineOf(name, []),
    stages: [stage("Source", [polled]), stage("Run", [task("Go")])],
  });

  it("is 300 in a region; the 301st is refused, by creation and by update", () => {
    const small = new SmallWorld();
    for (let count = 1; count <= 300; count += 1) small.create(named(`p-${count}`));
    const words =
      "LimitExceededException: Account '111122223333' has 300 pipelines with polled sources in Region eu-west-1, the most it may have";
    expect(small.refusal("CreatePipeline", { pipeline: named("one-more") })).toBe(words);
    small.create(pipelineOf("one-more", [stage("Run", [task("Go")])]));
    expect(small.refusal("UpdatePipeline", { pipeline: named("one-more") })).toBe(words);
    small.ask("UpdatePipeline", { pipeline: named("p-1") });
    small.ask("DeletePipeline", { name: "p-2" });
    small.ask("UpdatePipeline", { pipeline: named("one-more") });
    small.ask("CreatePipeline", { pipeline: named("elsewhere") }, { region: "us-east-1" });
  });
});
