import { describe, it } from "vitest";
import { pipelineOf, source, stage, task } from "../../operations/testing/declarations";
import { expectRefused } from "../../operations/testing/expect-refused";
import type { PipelineDeclaration, StageDeclaration } from "../declaration";

const run = stage("Run", [task("Go")]);

const artifactStore = { type: "S3", location: "artifact-bucket" };

function withStages(...stages: StageDeclaration[]): PipelineDeclaration {
  return { ...pipelineOf("shop", []), stages };
}

function many<Made>(count: number, make: (index: number) => Made): Made[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const refused: Array<[string, object, string]> = [
  [
    "one stage",
    withStages(stage("Source", [source()])),
    "InvalidStructureException: Pipeline has only 1 stage(s). There should be a minimum of 2 stages in a pipeline",
  ],
  [
    "51 stages",
    pipelineOf(
      "shop",
      many(50, (index) => stage(`S${index}`, [task("Go")])),
    ),
    "InvalidStructureException: Pipeline has 51 stages. There should be a maximum of 50 stages in a pipeline",
  ],
  [
    "two stages of one name",
    pipelineOf("shop", [run, run]),
    "InvalidStructureException: Stage names must be unique in the pipeline: Run",
  ],
  [
    "a stage without actions",
    pipelineOf("shop", [stage("Empty", [])]),
    "InvalidStageDeclarationException: Stage Empty has no actions. There should be at least 1",
  ],
  [
    "101 actions in a stage",
    pipelineOf("shop", [
      stage(
        "Run",
        many(101, (index) => task(`T${index}`)),
      ),
    ]),
    "InvalidStageDeclarationException: Stage Run has 101 actions. There should be a maximum of 100",
  ],
  [
    "1001 actions",
    pipelineOf(
      "shop",
      many(10, (index) =>
        stage(
          `S${index}`,
          many(100, (each) => task(`T${each}`)),
        ),
      ),
    ),
    "LimitExceededException: Pipeline has 1001 actions, more than 1000",
  ],
  [
    "two actions of one name in a stage",
    pipelineOf("shop", [stage("Run", [task("Go"), task("Go")])]),
    "InvalidStageDeclarationException: Action names must be unique in stage Run: Go",
  ],
  [
    "two blockers of one name",
    pipelineOf("shop", [
      stage("Run", [task("Go")], { blockers: many(2, () => ({ name: "B", type: "Schedule" })) }),
    ]),
    "InvalidBlockerDeclarationException: Blocker names must be unique in stage Run: B",
  ],
  [
    "a first stage without a source",
    withStages(run, stage("Next", [task("Go")])),
    "InvalidStructureException: Pipeline should start with a stage that only contains source actions",
  ],
  [
    "a first stage with more than sources",
    withStages(stage("Source", [source(), task("Go")]), run),
    "InvalidStructureException: Pipeline should start with a stage that only contains source actions",
  ],
  [
    "a source in a later stage",
    pipelineOf("shop", [stage("Run", [source("Late", { outputs: ["late"] })])]),
    "InvalidStructureException: Source action Late is in stage Run; only the first stage may contain source actions",
  ],
  [
    "no artifact store",
    { ...pipelineOf("shop", [run]), artifactStore: undefined },
    "InvalidStructureException: Pipeline must have either artifactStore or artifactStores, and not both",
  ],
  [
    "both kinds of artifact store",
    pipelineOf("shop", [run], { artifactStores: { "eu-west-1": artifactStore } }),
    "InvalidStructureException: Pipeline must have either artifactStore or artifactStores, and not both",
  ],
  [
    "no store in its own region",
    {
      ...pipelineOf("shop", [run], { artifactStores: { "us-east-1": artifactStore } }),
      artifactStore: undefined,
    },
    "InvalidStructureException: artifactStores has no store for the pipeline Region eu-west-1",
  ],
  [
    "no store in an action's region",
    pipelineOf("shop", [stage("Run", [task("Go", { region: "us-east-1" })])]),
    "InvalidStructureException: Action Go runs in Region us-east-1, for which artifactStores has no store",
  ],
];

describe("the checks of stages and artifact stores", () => {
  it.each(refused)("refuse %s", (_what, pipeline, words) => {
    expectRefused(pipeline, words);
  });
});
