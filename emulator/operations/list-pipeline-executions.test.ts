import { describe, expect, it } from "vitest";
import { day, minute } from "../engine/duration";
import { pipelineOf, stage, task } from "./testing/declarations";
import { type ExecutionAnswer, SmallWorld, worldStart } from "./testing/small-world";

interface Page {
  pipelineExecutionSummaries: ExecutionAnswer[];
  nextToken?: string;
}

function shop(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
  small.pass(5 * minute);
  return small;
}

describe("ListPipelineExecutions", () => {
  it("answers newest first, with instants in seconds", () => {
    const small = shop();
    const second = small.start("shop");
    const [newest, oldest] = small.executions("shop");
    expect(newest).toMatchObject({
      pipelineExecutionId: second,
      sourceRevisions: [],
      executionMode: "SUPERSEDED",
    });
    expect(newest).not.toHaveProperty("executionType");
    expect(oldest).toMatchObject({
      status: "Succeeded",
      startTime: worldStart / 1000,
      lastUpdateTime: worldStart / 1000 + 120,
      sourceRevisions: [{ actionName: "App", revisionId: expect.stringMatching(/^[0-9a-f]{40}$/) }],
    });
  });

  it("pages without losing or repeating one while new ones start", () => {
    const small = shop();
    for (let count = 0; count < 6; count += 1) {
      small.start("shop");
      small.pass(5 * minute);
    }
    const expected = small.executions("shop").map(({ pipelineExecutionId }) => pipelineExecutionId);
    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const page: Page = small.ask("ListPipelineExecutions", {
        pipelineName: "shop",
        maxResults: 3,
        nextToken,
      });
      seen.push(...page.pipelineExecutionSummaries.map(({ pipelineExecutionId }) => pipelineExecutionId));
      nextToken = page.nextToken;
      small.start("shop");
    } while (nextToken !== undefined);
    expect(seen).toEqual(expected);
  });

  it("filters by a stage they succeeded in, current version only", () => {
    const small = shop();
    const filter = { succeededInStage: { stageName: "Source" } };
    small.world.outcomes.add({ action: "App", status: "Failed", times: 1 });
    small.start("shop");
    small.pass(5 * minute);
    expect(
      small.ask<Page>("ListPipelineExecutions", { pipelineName: "shop", filter }).pipelineExecutionSummaries,
    ).toHaveLength(1);
    small.ask("UpdatePipeline", { pipeline: pipelineOf("shop", [stage("Run", [task("Go")])]) });
    expect(
      small.ask<Page>("ListPipelineExecutions", { pipelineName: "shop", filter }).pipelineExecutionSummaries,
    ).toEqual([]);
  });

  it("forgets what started more than 12 months ago", () => {
    const small = shop();
    small.pass(366 * day);
    expect(small.executions("shop")).toEqual([]);
    small.start("shop");
    expect(small.executions("shop")).toHaveLength(1);
  });

  it("refuses a token of another filter and a pipeline that does not exist", () => {
    const small = shop();
    small.start("shop");
    const { nextToken } = small.ask<Page>("ListPipelineExecutions", { pipelineName: "shop", maxResults: 1 });
    const filter = { succeededInStage: { stageName: "Source" } };
    expect(small.refusal("ListPipelineExecutions", { pipelineName: "shop", filter, nextToken })).toContain(
      "InvalidNextTokenException",
    );
    expect(small.refusal("ListPipelineExecutions", { pipelineName: "other" })).toContain(
      "PipelineNotFoundException",
    );
  });
});
