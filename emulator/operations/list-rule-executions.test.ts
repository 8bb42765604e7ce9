import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

const conditions = [
  {
    result: "FAIL",
    rules: [
      {
        name: "Monitor",
        ruleTypeId: { category: "Rule", owner: "AWS", provider: "CloudWatchAlarm", version: "1" },
        configuration: { AlarmName: "alarm-#{codepipeline.PipelineExecutionId}", WaitTime: "1" },
        roleArn: "arn:aws:iam::111122223333:role/rules",
      },
    ],
  },
];

function shop(): SmallWorld {
  const small = new SmallWorld();
  small.everyActionTakes(minute);
  small.create(pipelineOf("shop", [stage("Deploy", [task("Go")], { beforeEntry: { conditions } })]));
  small.pass(5 * minute);
  return small;
}

interface Answer {
  ruleExecutionDetails: Array<{ pipelineExecutionId: string }>;
  nextToken?: string;
}

describe("ListRuleExecutions", () => {
  it("answers what a rule was given and what it said", () => {
    const small = shop();
    const id = small.executions("shop")[0]?.pipelineExecutionId;
    expect(small.ask("ListRuleExecutions", { pipelineName: "shop" })).toMatchObject({
      ruleExecutionDetails: [
        {
          pipelineExecutionId: id,
          pipelineVersion: 1,
          stageName: "Deploy",
          ruleName: "Monitor",
          startTime: worldStart / 1000 + 60,
          lastUpdateTime: worldStart / 1000 + 120,
          status: "Succeeded",
          input: {
            ruleTypeId: { provider: "CloudWatchAlarm" },
            configuration: { AlarmName: "alarm-#{codepipeline.PipelineExecutionId}" },
            resolvedConfiguration: { AlarmName: `alarm-${id}`, WaitTime: "1" },
            roleArn: "arn:aws:iam::111122223333:role/rules",
            region: "eu-west-1",
            inputArtifacts: [],
          },
          output: {
            executionResult: {
              externalExecutionSummary: `Succeeded with alarm 'alarm-${id}' being in an 'OK' state.`,
            },
          },
        },
      ],
    });
  });

  it("answers newest first, filters by execution and pages", () => {
    const small = shop();
    const first = small.executions("shop")[0]?.pipelineExecutionId ?? "";
    const second = small.start("shop");
    small.pass(5 * minute);
    const ids = (more: object): string[] =>
      small
        .ask<Answer>("ListRuleExecutions", { pipelineName: "shop", ...more })
        .ruleExecutionDetails.map(({ pipelineExecutionId }) => pipelineExecutionId);
    expect(ids({})).toEqual([second, first]);
    expect(ids({ filter: { pipelineExecutionId: first } })).toEqual([first]);
    for (const startTimeRange of ["Latest", "All"]) {
      const filter = { latestInPipelineExecution: { pipelineExecutionId: second, startTimeRange } };
      expect(ids({ filter })).toEqual([second]);
    }
    const page = small.ask<Answer>("ListRuleExecutions", { pipelineName: "shop", maxResults: 1 });
    expect(ids({ nextToken: page.nextToken })).toEqual([first]);
  });

  it("answers an empty list for a pipeline without rules", () => {
    const small = new SmallWorld();
    small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(small.ask("ListRuleExecutions", { pipelineName: "shop" })).toEqual({ ruleExecutionDetails: [] });
  });

  it("refuses executions that do not exist, tokens that are none, pipelines that do not exist", () => {
    const small = shop();
    const pipelineExecutionId = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";
    const latest = { latestInPipelineExecution: { pipelineExecutionId, startTimeRange: "All" } };
    for (const filter of [{ pipelineExecutionId }, latest]) {
      const refusal = small.refusal("ListRuleExecutions", { pipelineName: "shop", filter });
      expect(refusal).toContain("PipelineExecutionNotFoundException");
    }
    const noToken = { pipelineName: "shop", nextToken: "x" };
    expect(small.refusal("ListRuleExecutions", noToken)).toContain("InvalidNextTokenException");
    expect(small.refusal("ListRuleExecutions", { pipelineName: "other" })).toContain(
      "PipelineNotFoundException",
    );
  });
});
