import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { pipelineOf, source, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

describe("GetPipelineExecution", () => {
  it("answers revisions by artifact and variables with their values", () => {
    const small = new SmallWorld();
    const variables = [{ name: "Target", defaultValue: "blue" }, { name: "Size" }];
    const sources = stage("Source", [source(), source("Config", { outputs: ["conf"] })]);
    const stages = [sources, stage("Run", [task("Go")])];
    small.create({ ...pipelineOf("shop", []), stages, variables });
    const pipelineExecutionId = small.start("shop", { variables: [{ name: "Size", value: "2" }] });
    small.pass(minute);
    const answer = small.ask("GetPipelineExecution", { pipelineName: "shop", pipelineExecutionId });
    const commit = expect.stringMatching(/^[0-9a-f]{40}$/);
    expect(answer).toEqual({
      pipelineExecution: {
        pipelineName: "shop",
        pipelineVersion: 1,
        pipelineExecutionId,
        status: "Succeeded",
        artifactRevisions: [
          {
            name: "src",
            revisionId: commit,
            revisionSummary: expect.any(String),
            created: worldStart / 1000,
            revisionUrl: expect.any(String),
          },
          {
            name: "conf",
            revisionId: commit,
            revisionSummary: expect.any(String),
            created: worldStart / 1000,
            revisionUrl: expect.any(String),
          },
        ],
        variables: [
          { name: "Target", resolvedValue: "blue" },
          { name: "Size", resolvedValue: "2" },
        ],
        trigger: { triggerType: "StartPipelineExecution", triggerDetail: small.ctx.principalArn },
        executionMode: "SUPERSEDED",
      },
    });
  });

  it("refuses pipelines and executions that do not exist", () => {
    const small = new SmallWorld();
    const pipelineExecutionId = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";
    expect(small.refusal("GetPipelineExecution", { pipelineName: "shop", pipelineExecutionId })).toContain(
      "PipelineNotFoundException",
    );
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.refusal("GetPipelineExecution", { pipelineName: "shop", pipelineExecutionId })).toBe(
      `PipelineExecutionNotFoundException: Pipeline 'shop' does not have an execution with id '${pipelineExecutionId}'`,
    );
  });
});
