import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { ServiceError } from "../engine/service-error";
import { registry } from "./registry";
import { errorProblems } from "./testing/answer-problems";
import { action, approval, pipelineOf, source, stage, task } from "./testing/declarations";
import { inputArbitrary, type Pools } from "./testing/input-arbitrary";
import { SmallWorld, worldStart } from "./testing/small-world";

const alarm = {
  name: "Alarm",
  ruleTypeId: { category: "Rule", owner: "AWS", provider: "CloudWatchAlarm", version: "1" },
  configuration: { AlarmName: "errors" },
};

/** A pipeline with something of everything. */
const shop = {
  ...pipelineOf("shop", [], {
    pipelineType: "V2",
    executionMode: "QUEUED",
    variables: [{ name: "WHERE", defaultValue: "here" }],
  }),
  stages: [
    stage("Source", [
      source("App", {
        namespace: "App",
        configuration: { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "true" },
      }),
      action("Source/GitHub", "Site", {
        owner: "ThirdParty",
        outputs: ["site"],
        configuration: { Owner: "o", Repo: "r", Branch: "main", OAuthToken: "secret" },
      }),
    ]),
    stage("Gate", [approval("Ask", { configuration: { CustomData: "Ship #{App.CommitId}?" } })]),
    stage(
      "Ship",
      [
        action("Deploy/EC2", "Servers", {
          inputs: ["src"],
          configuration: { InstanceTagKey: "fleet", InstanceType: "EC2", PostScript: "p" },
        }),
        task("Warm", { runOrder: 2, configuration: { FunctionName: "#{variables.WHERE}" } }),
      ],
      { beforeEntry: { conditions: [{ result: "FAIL", rules: [alarm] }] } },
    ),
  ],
};
const small = pipelineOf("small", [stage("Run", [task("Go")])]);

/** Things of a world that inputs may name. */
function poolsOf(world: SmallWorld): Pools {
  const pipeline = world.world.region(world.ctx.account, world.ctx.region).pipeline("shop");
  const arn = `arn:aws:codepipeline:${world.ctx.region}:${world.ctx.account}`;
  return {
    PipelineDeclaration: [shop, small, { ...shop, executionMode: "PARALLEL" }, { ...small, name: "other" }],
    PipelineName: ["shop", "shop", "shop", "small", "nothing"],
    StageName: ["Source", "Gate", "Ship", "Run", "Nothing"],
    ActionName: ["App", "Ask", "Servers", "Nothing"],
    PipelineExecutionId: [...(pipeline?.executionsById.keys() ?? [])].slice(-5),
    ActionExecutionId: (pipeline?.actionRuns ?? []).map(({ id }) => id).slice(-10),
    ApprovalToken: [...(pipeline?.approvals.keys() ?? [])].slice(-2),
    ResourceArn: [`${arn}:shop`, `${arn}:small`, `${arn}:nothing`],
    PipelineVariableName: ["WHERE"],
    ActionProvider: ["CodeBuild", "S3", "Lambda"],
    ActionTypeOwner: ["AWS"],
    AWSRegionName: ["eu-west-1"],
    Version: ["1"],
    DisabledReason: ["Held back. Really?"],
    TagKey: ["area", "aws:area"],
  };
}

function isThere(world: SmallWorld): boolean {
  return tried(world, "GetPipeline", { name: "shop" }) === undefined;
}

/** Calls an operation; answers the name of its error, if it was refused. SmallWorld refuses answers that break the model. */
function tried(world: SmallWorld, operation: string, body: unknown): string | undefined {
  try {
    world.ask(operation, body);
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw new Error(`${operation} of ${JSON.stringify(body)}: ${String(error)}`, { cause: error });
  }
}

const names = [...registry.keys()];
/** Deleting is rarer, so that there is something to do the rest with. */
const choices = [...names, ...names, ...names].filter(
  (name, index) => name !== "DeletePipeline" || index < names.length,
);

/** Looks at a pipeline from all sides. */
function lookAt(world: SmallWorld, pipelineName: string): void {
  world.ask("GetPipeline", { name: pipelineName });
  world.ask("GetPipelineState", { name: pipelineName });
  for (const operation of ["ListActionExecutions", "ListRuleExecutions", "ListPipelineExecutions"])
    world.ask(operation, { pipelineName });
  for (const { pipelineExecutionId } of world.executions(pipelineName))
    world.ask("GetPipelineExecution", { pipelineName, pipelineExecutionId });
}

describe("every operation", () => {
  it("answers what the model says, or an error the model lists, whatever it is asked and whenever", () => {
    const step = fc.record({
      operation: fc.constantFrom(...choices),
      passMs: fc.constantFrom(0, 0, 1000, minute, 30 * minute),
      input: fc.gen(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), fc.nat(), (steps, seed) => {
        const world = new SmallWorld({ seed, now: worldStart + 0.25 });
        world.create(shop);
        world.create(small);
        world.pass(2 * minute);
        for (const { operation, passMs, input } of steps) {
          world.pass(passMs);
          const shape = registry.get(operation)?.input ?? "";
          const code = tried(world, operation, input(inputArbitrary, shape, poolsOf(world)));
          if (!isThere(world)) world.create(shop);
          lookAt(world, "shop");
          expect(code === undefined ? [] : errorProblems(operation, code)).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("is refused without its needed members, naming each", () => {
    for (const { name, input } of registry.values()) {
      const code = tried(new SmallWorld(), name, {});
      const answered = ["ListActionTypes", "ListPipelines", "ListRuleTypes", "ListWebhooks"];
      expect(code, input).toBe(answered.includes(name) ? undefined : "ValidationException");
    }
  });
});
