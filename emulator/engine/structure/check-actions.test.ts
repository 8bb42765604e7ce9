import { describe, it } from "vitest";
import { action, approval, pipelineOf, source, stage, task } from "../../operations/testing/declarations";
import { expectRefused } from "../../operations/testing/expect-refused";
import type { PipelineDeclaration, StageDeclaration } from "../declaration";

const run = stage("Run", [task("Go")]);

function withStages(...stages: StageDeclaration[]): PipelineDeclaration {
  return { ...pipelineOf("shop", []), stages };
}

function many<Made>(count: number, make: (index: number) => Made): Made[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const refused: Array<[string, object, string]> = [
  [
    "too few input artifacts",
    pipelineOf("shop", [
      stage("Run", [action("Build/CodeBuild", "Build", { configuration: { ProjectName: "p" } })]),
    ]),
    "InvalidActionDeclarationException: Action Build has 0 input artifacts; CodeBuild takes 1 to 5",
  ],
  [
    "too many output artifacts",
    pipelineOf("shop", [stage("Run", [approval("Ask", { outputs: ["x"] })])]),
    "InvalidActionDeclarationException: Action Ask has 1 output artifacts; Manual takes 0 to 0",
  ],
  [
    "a custom action with six outputs",
    pipelineOf("shop", [
      stage("Run", [action("Build/Jenkins", "Make", { owner: "Custom", outputs: many(6, String) })]),
    ]),
    "InvalidActionDeclarationException: Action Make has 6 output artifacts; Jenkins takes 0 to 5",
  ],
  [
    "a missing configuration",
    pipelineOf("shop", [stage("Run", [task("Go", { configuration: {} })])]),
    "InvalidActionDeclarationException: Action configuration for action 'Go' is missing required configuration 'FunctionName'",
  ],
  [
    "no commands",
    pipelineOf("shop", [stage("Run", [action("Compute/Commands", "Shell", { inputs: ["src"] })])]),
    "InvalidActionDeclarationException: Action Shell must have a non-empty commands field",
  ],
  [
    "a timeout of something else than an approval",
    pipelineOf("shop", [stage("Run", [task("Go", { timeoutInMinutes: 5 })])]),
    "InvalidActionDeclarationException: Action Go must not have timeoutInMinutes; only manual approvals may have it",
  ],
  [
    "one output name twice",
    pipelineOf("shop", [stage("Run", [task("Go", { outputs: ["src"] })])]),
    "InvalidActionDeclarationException: Output artifact names must be unique in the pipeline: src",
  ],
  [
    "an input nobody makes before",
    pipelineOf("shop", [
      stage("Run", [task("Go", { inputs: ["late"] }), task("Late", { outputs: ["late"] })]),
    ]),
    "InvalidActionDeclarationException: Input artifact late of action Go is not the output of an earlier action",
  ],
  [
    "one namespace twice",
    pipelineOf("shop", [stage("Run", [task("Go", { namespace: "N" }), task("On", { namespace: "N" })])]),
    "InvalidActionDeclarationException: Namespaces must be unique across the pipeline definition. The following occur more than once in the pipeline.\nStageName=[Run], ActionName=[Go], Namespace=[N]\nStageName=[Run], ActionName=[On], Namespace=[N]",
  ],
  [
    "a reserved namespace",
    pipelineOf("shop", [stage("Run", [task("Go", { namespace: "variables" })])]),
    "InvalidActionDeclarationException: Namespace variables of action Go is reserved",
  ],
  [
    "a namespace named like an artifact",
    pipelineOf("shop", [stage("Run", [task("Go", { namespace: "src" })])]),
    "InvalidActionDeclarationException: Namespace src of action Go is also the name of an artifact",
  ],
  [
    "a variable of an action that runs at the same time",
    pipelineOf("shop", [
      stage("Run", [
        task("Go", { namespace: "N" }),
        task("On", { configuration: { FunctionName: "#{N.Key}" } }),
      ]),
    ]),
    "InvalidActionDeclarationException: Action On refers to the variable #{N.Key}, which no earlier action and no pipeline variable provides",
  ],
  [
    "a pipeline variable nobody declared",
    pipelineOf("shop", [stage("Run", [task("Go", { configuration: { FunctionName: "#{variables.Key}" } })])]),
    "InvalidActionDeclarationException: Action Go refers to the variable #{variables.Key}, which no earlier action and no pipeline variable provides",
  ],
  [
    "a pipeline variable in a source",
    {
      ...withStages(
        stage("Source", [
          source("App", { configuration: { RepositoryName: "r", BranchName: "#{variables.Branch}" } }),
        ]),
        run,
      ),
      variables: [{ name: "Branch" }],
    },
    "InvalidActionDeclarationException: Action App refers to the variable #{variables.Branch}, which no earlier action and no pipeline variable provides",
  ],
  [
    "one variable twice",
    pipelineOf("shop", [run], { variables: [{ name: "V" }, { name: "V" }] }),
    "InvalidStructureException: Variable names must be unique in the pipeline: V",
  ],
];

describe("the checks of actions, artifacts and variables", () => {
  it.each(refused)("refuse %s", (_what, pipeline, words) => {
    expectRefused(pipeline, words);
  });
});
