import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { action, pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

interface Answer {
  newRevision: boolean;
  pipelineExecutionId: string;
}

const place = { pipelineName: "shop", stageName: "Source", actionName: "App" };
const revision = { revisionId: "r-1", revisionChangeId: "change-1", created: 1_446_726_163.571 };

function depotWorld(executionMode: "SUPERSEDED" | "QUEUED" = "SUPERSEDED"): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  const app = action("Source/Depot", "App", { owner: "Custom", outputs: ["src"] });
  const stages = [stage("Source", [app]), stage("Run", [task("Go")])];
  small.create({ ...pipelineOf("shop", []), executionMode, stages });
  small.pass(10 * minute);
  return small;
}

describe("PutActionRevision", () => {
  it("starts an execution that takes the revision", () => {
    const small = depotWorld();
    const answer = small.ask<Answer>("PutActionRevision", { ...place, actionRevision: revision });
    expect(answer).toEqual({ newRevision: true, pipelineExecutionId: expect.any(String) });
    small.pass(5 * minute);
    expect(small.executions("shop")[0]).toMatchObject({
      pipelineExecutionId: answer.pipelineExecutionId,
      status: "Succeeded",
      trigger: { triggerType: "PutActionRevision", triggerDetail: small.ctx.principalArn },
      sourceRevisions: [{ actionName: "App", revisionId: "r-1" }],
    });
    expect(small.action("shop", "Source", "App").currentRevision).toEqual({
      revisionId: "r-1",
      revisionChangeId: "change-1",
      created: 1_446_726_163.571,
    });
  });

  it("starts nothing for a revision that ran already", () => {
    const small = depotWorld();
    const first = small.ask<Answer>("PutActionRevision", { ...place, actionRevision: revision });
    const again = { newRevision: false, pipelineExecutionId: first.pipelineExecutionId };
    expect(small.ask("PutActionRevision", { ...place, actionRevision: revision })).toEqual(again);
    small.pass(5 * minute);
    expect(small.ask("PutActionRevision", { ...place, actionRevision: revision })).toEqual(again);
    expect(small.executions("shop")).toHaveLength(2);
  });

  it("is the newest revision there for executions started by hand", () => {
    const small = depotWorld();
    const created = worldStart / 1000;
    small.ask("PutActionRevision", { ...place, actionRevision: { ...revision, created } });
    small.pass(5 * minute);
    small.start("shop");
    small.pass(5 * minute);
    expect(small.executions("shop")[0]?.sourceRevisions[0]?.revisionId).toBe("r-1");
  });

  it("is refused when 50 executions run and wait", () => {
    const small = depotWorld("QUEUED");
    const put = (id: number) => ({ ...place, actionRevision: { ...revision, revisionId: `r-${id}` } });
    for (let id = 1; id <= 50; id += 1) small.ask("PutActionRevision", put(id));
    expect(small.refusal("PutActionRevision", put(51))).toBe(
      "ConcurrentPipelineExecutionsLimitExceededException: Pipeline 'shop' has reached the limit of 50 concurrent executions",
    );
  });

  it.each([
    [{ pipelineName: "other" }, "PipelineNotFoundException"],
    [{ stageName: "Other" }, "StageNotFoundException"],
    [{ actionName: "Other" }, "ActionNotFoundException"],
    [{ stageName: "Run", actionName: "Go" }, "ValidationException: Action 'Go' is not a source action"],
    [{ actionRevision: { revisionId: "r" } }, "ValidationException: 2 validation errors detected"],
  ])("refuses %j with %s", (change, words) => {
    const body = { ...place, actionRevision: revision, ...change };
    expect(depotWorld().refusal("PutActionRevision", body)).toContain(words);
  });
});
