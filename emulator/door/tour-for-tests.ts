import type {
  ActionCategory,
  ActionTypeId,
  RuleDeclaration,
  StageDeclaration,
} from "@aws-sdk/client-codepipeline";
import { control } from "./sdk-for-tests";
import { shopOf } from "./shop-for-tests";

/** Asks for one operation and answers what came back. Throws when it was refused. */
export type Ask = (operation: string, input: object) => Promise<unknown>;

const account = "111122223333";
const makeId: ActionTypeId = { category: "Build", owner: "Custom", provider: "Make", version: "1" };
const skillId: ActionTypeId = {
  category: "Deploy",
  owner: "ThirdParty",
  provider: "AlexaSkillsKit",
  version: "1",
};
const counts = { minimumCount: 0, maximumCount: 1 };
const arn = `arn:aws:codepipeline:eu-west-1:${account}:shop`;
const src = [{ name: "src" }];

const skill = { ClientId: "c", ClientSecret: "s", RefreshToken: "r", SkillId: "amzn-1" };
const fleet = { InstanceTagKey: "fleet", InstanceTagValue: "web", InstanceType: "EC2" };
const alarm: RuleDeclaration = {
  name: "Alarm",
  ruleTypeId: { category: "Rule", owner: "AWS", provider: "CloudWatchAlarm", version: "1" },
  configuration: { AlarmName: "errors" },
};

function aws(category: ActionCategory, provider: string): ActionTypeId {
  return { category, owner: "AWS", provider, version: "1" };
}

const laterStages: StageDeclaration[] = [
  { name: "Make", actions: [{ name: "Go", actionTypeId: makeId, inputArtifacts: src }] },
  {
    name: "Ship",
    actions: [
      { name: "Publish", actionTypeId: skillId, inputArtifacts: src, configuration: skill },
      { name: "Servers", actionTypeId: aws("Deploy", "EC2"), inputArtifacts: src, configuration: fleet },
    ],
  },
  {
    name: "Ask",
    beforeEntry: { conditions: [{ result: "FAIL", rules: [alarm] }] },
    actions: [{ name: "Approve", actionTypeId: aws("Approval", "Manual") }],
  },
];

/** The text at a place in an answer; `first` and `last` are the ends of a list. */
function at(answer: unknown, ...path: readonly string[]): string {
  let found: unknown = answer;
  for (const step of path) {
    if (Array.isArray(found))
      found = step === "last" ? found.at(-1) : found[step === "first" ? 0 : Number(step)];
    else found = Object.entries(found ?? {}).find(([name]) => name === step)?.[1];
  }
  if (typeof found !== "string") throw new Error(`nothing at ${path.join(".")}: ${JSON.stringify(answer)}`);
  return found;
}

/** Takes the next job of the custom action. */
async function makeJob(ask: Ask): Promise<{ jobId: string }> {
  const answer = await ask("PollForJobs", { actionTypeId: makeId, maxBatchSize: 1 });
  const jobId = at(answer, "jobs", "first", "id");
  await ask("AcknowledgeJob", { jobId, nonce: at(answer, "jobs", "first", "nonce") });
  return { jobId };
}

/** Takes the next job of the partner's action. */
async function skillJob(ask: Ask): Promise<{ jobId: string; clientToken: string }> {
  const answer = await ask("PollForThirdPartyJobs", { actionTypeId: skillId, maxBatchSize: 1 });
  const job = {
    jobId: at(answer, "jobs", "first", "jobId"),
    clientToken: at(answer, "jobs", "first", "clientId"),
  };
  const nonce = at(await ask("GetThirdPartyJobDetails", job), "jobDetails", "nonce");
  await ask("AcknowledgeThirdPartyJob", { ...job, nonce });
  return job;
}

async function actionTypes(ask: Ask): Promise<void> {
  await ask("CreateCustomActionType", {
    category: "Build",
    provider: "Make",
    version: "1",
    inputArtifactDetails: counts,
    outputArtifactDetails: counts,
  });
  await ask("ListActionTypes", { actionOwnerFilter: "Custom" });
  await ask("GetActionType", skillId);
  await ask("UpdateActionType", {
    actionType: {
      id: skillId,
      executor: {
        type: "JobWorker",
        configuration: { jobWorkerExecutorConfiguration: { pollingAccounts: [account] } },
      },
      inputArtifactDetails: counts,
      outputArtifactDetails: counts,
    },
  });
}

async function webhooks(ask: Ask): Promise<void> {
  const site = {
    ...shopOf(laterStages.slice(2), {
      name: "Site",
      actionTypeId: { category: "Source", owner: "ThirdParty", provider: "GitHub", version: "1" },
      configuration: { Owner: "acme", Repo: "site", Branch: "main", OAuthToken: "hush" },
      outputArtifacts: src,
    }),
    name: "site",
  };
  await ask("CreatePipeline", { pipeline: site });
  const webhook = {
    name: "hook",
    targetPipeline: "site",
    targetAction: "Site",
    filters: [{ jsonPath: "$.ref", matchEquals: "refs/heads/{Branch}" }],
    authentication: "GITHUB_HMAC",
    authenticationConfiguration: { SecretToken: "between us" },
  };
  await ask("PutWebhook", { webhook });
  await ask("RegisterWebhookWithThirdParty", { webhookName: "hook" });
  at(await ask("ListWebhooks", { MaxResults: 10 }), "webhooks", "first", "url");
  await ask("DeregisterWebhookWithThirdParty", { webhookName: "hook" });
  await ask("DeleteWebhook", { name: "hook" });
  await ask("DeletePipeline", { name: "site" });
}

/** Asks an empty emulator with a manual clock at `url` for each of the 44 operations in one story. */
export async function takeTour(url: string, ask: Ask): Promise<void> {
  const advance = () => control(url, "POST", "/clock", { advanceMs: 1_800_000 });
  const inShop = { pipelineName: "shop" };
  const inAsk = { ...inShop, stageName: "Ask" };
  const toShip = { ...inShop, stageName: "Ship", transitionType: "Inbound" };
  await actionTypes(ask);
  const pipeline = shopOf([]);
  const shop = { ...pipeline, pipelineType: "V2", stages: [...(pipeline.stages ?? []), ...laterStages] };
  await ask("CreatePipeline", { pipeline: shop, tags: [{ key: "team", value: "web" }] });
  await advance();
  await ask("ListPipelines", {});
  await ask("GetPipeline", { name: "shop" });
  const first = at(
    await ask("ListPipelineExecutions", inShop),
    "pipelineExecutionSummaries",
    "first",
    "pipelineExecutionId",
  );
  const made = await makeJob(ask);
  await ask("GetJobDetails", made);
  await ask("PutJobSuccessResult", { ...made, outputVariables: { Image: "shop:1" } });
  await ask("PutThirdPartyJobSuccessResult", await skillJob(ask));
  await advance();
  const runs = await ask("ListActionExecutions", { ...inShop, filter: { pipelineExecutionId: first } });
  const servers = at(runs, "actionExecutionDetails", "1", "actionExecutionId");
  const targets = await ask("ListDeployActionExecutionTargets", { ...inShop, actionExecutionId: servers });
  at(targets, "targets", "first", "events", "first", "context", "ssmCommandId");
  await ask("ListRuleExecutions", inShop);
  await ask("ListRuleTypes", {});
  const state = await ask("GetPipelineState", { name: "shop" });
  const token = at(state, "stageStates", "last", "actionStates", "first", "latestExecution", "token");
  const result = { status: "Approved", summary: "Go" };
  await ask("PutApprovalResult", { ...inAsk, actionName: "Approve", token, result });
  await ask("DisableStageTransition", { ...toShip, reason: "Freeze" });
  await ask("EnableStageTransition", toShip);
  await control(url, "POST", "/outcomes", { rule: "Alarm", status: "Failed", times: 1 });
  const second = at(await ask("StartPipelineExecution", { name: "shop" }), "pipelineExecutionId");
  const again = { ...inShop, pipelineExecutionId: second, retryMode: "FAILED_ACTIONS" };
  const failureDetails = { type: "JobFailed", message: "It broke" };
  await advance();
  await ask("PutJobFailureResult", { ...(await makeJob(ask)), failureDetails });
  await ask("RetryStageExecution", { ...again, stageName: "Make" });
  await ask("PutJobSuccessResult", await makeJob(ask));
  await ask("PutThirdPartyJobFailureResult", { ...(await skillJob(ask)), failureDetails });
  await advance();
  await ask("RetryStageExecution", { ...again, stageName: "Ship" });
  await ask("PutThirdPartyJobSuccessResult", await skillJob(ask));
  await advance();
  await ask("OverrideStageCondition", {
    ...inAsk,
    pipelineExecutionId: second,
    conditionType: "BEFORE_ENTRY",
  });
  await advance();
  await ask("StopPipelineExecution", { ...inShop, pipelineExecutionId: second, abandon: true, reason: "No" });
  await advance();
  await ask("GetPipelineExecution", { ...inShop, pipelineExecutionId: second });
  await ask("RollbackStage", { ...inAsk, targetPipelineExecutionId: first });
  const actionRevision = {
    revisionId: "r-1",
    revisionChangeId: "c-1",
    created: new Date("2026-03-02T09:00:00Z"),
  };
  await ask("PutActionRevision", { ...inShop, stageName: "Source", actionName: "App", actionRevision });
  await ask("UpdatePipeline", { pipeline: shop });
  await ask("TagResource", { resourceArn: arn, tags: [{ key: "tier", value: "1" }] });
  await ask("ListTagsForResource", { resourceArn: arn });
  await ask("UntagResource", { resourceArn: arn, tagKeys: ["team"] });
  await webhooks(ask);
  await ask("DeletePipeline", { name: "shop" });
  await ask("DeleteCustomActionType", { category: "Build", provider: "Make", version: "1" });
}
