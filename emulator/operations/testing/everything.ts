import type { CallContext } from "../../engine/call-context";
import type { PipelineDeclaration } from "../../engine/declaration";
import type { World } from "../../engine/world";
import { action, approval, pipelineOf, source, stage, task } from "./declarations";
import type { Pools } from "./input-arbitrary";
import { skillId, skillType } from "./partner";
import { siteHook } from "./webhooks";
import { makeId, makeType } from "./worker";

const alarm = {
  name: "Alarm",
  ruleTypeId: { category: "Rule", owner: "AWS", provider: "CloudWatchAlarm", version: "1" },
  configuration: { AlarmName: "errors" },
};

/** A pipeline with something of everything that works by itself. */
export const shop: PipelineDeclaration = {
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
/** A pipeline with as little as there can be. */
export const small = pipelineOf("small", [stage("Run", [task("Go")])]);

/** A pipeline whose actions wait for workers outside: of a custom type and of a partner's. */
export const worked = pipelineOf(
  "worked",
  [
    stage("Make", [
      action("Build/Make", "Go", { owner: "Custom", outputs: ["built"], configuration: { Project: "shop" } }),
      action("Deploy/AlexaSkillsKit", "Publish", {
        owner: "ThirdParty",
        inputs: ["src"],
        configuration: { SkillId: "s", Token: "t" },
      }),
    ]),
  ],
  { executionMode: "PARALLEL", pipelineType: "V2" },
);

/** What a world holds from the start, besides these pipelines: operation and input. */
export function beginnings({ account }: CallContext): Array<[string, object]> {
  const jobWorkerExecutorConfiguration = { pollingAccounts: [account] };
  const executor = { type: "JobWorker", configuration: { jobWorkerExecutorConfiguration } };
  const hook = { ...siteHook, targetPipeline: "shop" };
  return [
    ["CreateCustomActionType", makeType],
    ["UpdateActionType", { actionType: { ...skillType, executor } }],
    ...[shop, small, worked].map((pipeline): [string, object] => ["CreatePipeline", { pipeline }]),
    ["PutWebhook", { webhook: hook }],
  ];
}

/** Things of a world that inputs may name. */
export function poolsOf(world: World, ctx: CallContext): Pools {
  const records = world.region(ctx.account, ctx.region);
  const pipeline = records.pipeline("shop");
  const jobs = (records.pipeline("worked")?.actionRuns ?? []).flatMap(({ job }) => job ?? []).slice(-6);
  const custom = jobs.filter(({ clientId }) => clientId === undefined).map(({ id }) => id);
  const partners = jobs.filter(({ clientId }) => clientId !== undefined);
  const arn = `arn:aws:codepipeline:${ctx.region}:${ctx.account}`;
  return {
    PipelineDeclaration: [
      shop,
      small,
      worked,
      { ...shop, executionMode: "PARALLEL" },
      { ...small, name: "other" },
    ],
    PipelineName: ["shop", "shop", "shop", "small", "worked", "nothing"],
    StageName: ["Source", "Gate", "Ship", "Run", "Make", "Nothing"],
    ActionName: ["App", "Site", "Ask", "Servers", "Nothing"],
    PipelineExecutionId: [...(pipeline?.executionsById.keys() ?? [])].slice(-5),
    ActionExecutionId: (pipeline?.actionRuns ?? []).map(({ id }) => id).slice(-10),
    ApprovalToken: [...(pipeline?.approvals.keys() ?? [])].slice(-2),
    ResourceArn: [
      `${arn}:shop`,
      `${arn}:nothing`,
      `${arn}:webhook:site-pushes`,
      `${arn}:actiontype:Custom/Build/Make/1`,
    ],
    PipelineVariableName: ["WHERE"],
    ActionTypeId: [makeId, makeId, skillId],
    ActionProvider: ["CodeBuild", "S3", "Lambda", "Make", "AlexaSkillsKit"],
    ActionTypeOwner: ["AWS", "ThirdParty"],
    ActionTypeDeclaration: [skillType],
    QueryParamMap: [{ Project: "shop" }],
    ApprovalResult: [{ status: "Approved", summary: "Go" }],
    FailureDetails: [{ type: "JobFailed", message: "No" }],
    ExecutionDetails: [{ summary: "Half", externalExecutionId: "7", percentComplete: 50 }],
    JobId: custom,
    ThirdPartyJobId: partners.map(({ id }) => id),
    ClientToken: partners.flatMap(({ clientId }) => clientId ?? []).slice(-1),
    Nonce: ["3", "3", "4"],
    WebhookName: ["site-pushes", "site-pushes", "hook", "nothing"],
    WebhookDefinition: [{ ...siteHook, targetPipeline: "shop" }],
    JsonPath: ["$.ref", "$..*"],
    AWSRegionName: ["eu-west-1"],
    Version: ["1"],
    DisabledReason: ["Held back. Really?"],
    TagKey: ["area", "aws:area"],
  };
}
