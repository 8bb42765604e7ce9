import { describe, expect, it } from "vitest";
import { rule } from "../../operations/testing/conditions";
import { action, pipelineOf, source, stage, task } from "../../operations/testing/declarations";
import { expectRefused } from "../../operations/testing/expect-refused";
import { SmallWorld } from "../../operations/testing/small-world";
import type { PipelineDeclaration, StageDeclaration } from "../declaration";

const run = stage("Run", [task("Go")]);

const artifactStore = { type: "S3", location: "artifact-bucket" };

function withStages(...stages: StageDeclaration[]): PipelineDeclaration {
  return { ...pipelineOf("shop", []), stages };
}

const condition = (result: string, provider: string, names = ["Check"]): { conditions: object[] } => ({
  conditions: [
    {
      result,
      rules: names.map((name) => ({
        name,
        ruleTypeId: { category: "Rule", owner: "AWS", provider, version: "1" },
      })),
    },
  ],
});

const connected = action("Source/CodeStarSourceConnection", "App", {
  outputs: ["src"],
  configuration: { ConnectionArn: "arn:c", FullRepositoryId: "acme/shop", BranchName: "main" },
});

const isMain = rule("VariableCheck", "Check", {
  Variable: "#{variables.Name}",
  Value: "main",
  Operator: "EQ",
});

const trigger = (sourceActionName: string): object => ({
  providerType: "CodeStarSourceConnection",
  gitConfiguration: { sourceActionName },
});

const refused: Array<[string, object, string]> = [
  [
    "a wrong result of a condition",
    pipelineOf("shop", [{ ...run, beforeEntry: condition("RETRY", "VariableCheck") } as StageDeclaration]),
    "InvalidStageDeclarationException: Stage Run: the result of a beforeEntry condition must be one of FAIL, SKIP, not RETRY",
  ],
  [
    "one rule name twice",
    pipelineOf("shop", [
      { ...run, beforeEntry: condition("FAIL", "VariableCheck", ["R", "R"]) } as StageDeclaration,
    ]),
    "InvalidStageDeclarationException: Stage Run: rule names must be unique in a condition: R",
  ],
  [
    "a rule that cannot skip",
    pipelineOf("shop", [{ ...run, beforeEntry: condition("SKIP", "CloudWatchAlarm") } as StageDeclaration]),
    "InvalidStageDeclarationException: Stage Run: rule Check cannot skip a stage; only LambdaInvoke and VariableCheck can",
  ],
  [
    "a wrong result on failure",
    pipelineOf("shop", [{ ...run, onFailure: { result: "SKIP" } }]),
    "InvalidStageDeclarationException: Stage Run: the result on failure must be one of ROLLBACK, RETRY, FAIL, not SKIP",
  ],
  [
    "a source stage that rolls back",
    withStages(stage("Source", [source()], { onFailure: { result: "ROLLBACK" } }), run),
    "InvalidStageDeclarationException: Stage Source: the source stage cannot roll back",
  ],
  [
    "a rollback in PARALLEL mode",
    pipelineOf("shop", [{ ...run, onSuccess: condition("ROLLBACK", "VariableCheck") } as StageDeclaration], {
      executionMode: "PARALLEL",
    }),
    "InvalidStageDeclarationException: Stage Run: a pipeline in PARALLEL mode cannot roll back",
  ],
  [
    "two triggers of one source",
    { ...withStages(stage("Source", [connected]), run), triggers: [trigger("App"), trigger("App")] },
    "InvalidStructureException: Source action App has more than one trigger",
  ],
  [
    "a trigger of something else than a connection",
    { ...pipelineOf("shop", [run]), triggers: [trigger("App")] },
    "InvalidStructureException: Trigger names App, which is not a CodeStarSourceConnection source action of the first stage",
  ],
];

describe("the checks of conditions and triggers", () => {
  it.each(refused)("refuse %s", (_what, pipeline, words) => {
    expectRefused(pipeline, words);
  });

  it("take stores in several regions, conditions, triggers, unknown and custom providers, and variables", () => {
    const small = new SmallWorld();
    const artifactStores = { "eu-west-1": artifactStore, "us-east-1": artifactStore };
    const later = [
      {
        ...stage("Try", [action("Deploy/NewThing", "New", { region: "us-east-1" })]),
        beforeEntry: { conditions: [{ result: "SKIP", rules: [isMain] }] },
      } as StageDeclaration,
      stage(
        "Run",
        [
          task("Go", {
            configuration: { FunctionName: "#{variables.Name}-#{codepipeline.PipelineExecutionId}" },
          }),
        ],
        { onFailure: { result: "ROLLBACK" } },
      ),
      stage("End", [action("Test/Depot", "Check", { owner: "Custom" })]),
    ];
    const pipeline = {
      ...pipelineOf("shop", [], {
        artifactStores,
        triggers: [trigger("App")] as never,
        variables: [{ name: "Name", defaultValue: "x" }],
      }),
      artifactStore: undefined,
      stages: [stage("Source", [connected]), ...later],
    };
    expect(small.ask("CreatePipeline", { pipeline })).toMatchObject({ pipeline: { pipelineType: "V2" } });
  });
});
