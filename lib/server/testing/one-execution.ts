import "server-only";
import { AT, declaration, FIRST, SECOND, TOKEN } from "./checkout-web";
import type { ExecutionWire } from "./execution-wire";

/** An execution whose failure started FIRST's rollback, for links between executions. */
export const ROLLBACK = "33333333-3333-4333-8333-333333333333";

const type = (category: string, provider: string) => ({ category, owner: "AWS", provider, version: "1" });
const run = (id: string, stageName: string, actionName: string, from: number, to: number, more: object) => ({
  pipelineExecutionId: FIRST,
  actionExecutionId: `00000000-0000-4000-8000-0000000000${id}`,
  stageName,
  actionName,
  startTime: AT + from,
  lastUpdateTime: AT + to,
  status: "Succeeded",
  ...more,
});

/** FIRST: sources, an approval answered after an hour, a deployment that failed twice, a rule before it. */
export const oneExecution: Required<Omit<ExecutionWire, "state">> = {
  pipeline: declaration,
  execution: {
    pipelineName: "checkout-web",
    pipelineVersion: 13,
    pipelineExecutionId: FIRST,
    status: "Failed",
    executionMode: "QUEUED",
    executionType: "STANDARD",
    artifactRevisions: [
      {
        name: "app",
        revisionId: "41fa0c7e9b2d4f60a1c35b7d8e9f0a1b2c3d4e5f",
        revisionSummary: '{"ProviderType":"GitHub","CommitMessage":"Fix rounding\\n\\nof refunds"}',
        revisionUrl: "https://example.com/commit/41fa0c7",
        created: AT - 60,
      },
    ],
    trigger: { triggerType: "WebhookV2", triggerDetail: "" },
    variables: [
      { name: "deploy_color", resolvedValue: "blue" },
      { name: "DB_PASSWORD", resolvedValue: "hunter2" },
    ],
  },
  executions: [
    {
      pipelineExecutionId: ROLLBACK,
      status: "Succeeded",
      startTime: AT + 8000,
      executionType: "ROLLBACK",
      rollbackMetadata: { rollbackTargetPipelineExecutionId: SECOND },
      trigger: {
        triggerType: "AutomatedRollback",
        triggerDetail: JSON.stringify({ FailedPipelineExecutionId: FIRST }),
      },
    },
    {
      pipelineExecutionId: FIRST,
      status: "Failed",
      startTime: AT,
      lastUpdateTime: AT + 7000,
      sourceRevisions: [{ actionName: "app-repo", revisionId: "41fa0c7e9b2d4f60a1c35b7d8e9f0a1b2c3d4e5f" }],
    },
  ],
  actions: [
    run("06", "Prod", "deploy", 6900, 7000, {
      status: "Failed",
      input: { actionTypeId: type("Deploy", "CloudFormation") },
      output: {
        executionResult: {
          errorDetails: { code: "ActionExecutionFailed", message: "3 of 6 tasks failed" },
          externalExecutionUrl: "javascript:alert(1)",
        },
      },
    }),
    run("05", "Prod", "deploy", 4000, 4100, {
      status: "Failed",
      input: { actionTypeId: type("Deploy", "CloudFormation") },
    }),
    run("04", "Prod", "migrate", 3800, 3990, {
      input: {
        actionTypeId: type("Build", "CodeBuild"),
        configuration: { ProjectName: "migrate", EnvironmentVariables: "hunter2" },
        resolvedConfiguration: { ProjectName: "migrate", EnvironmentVariables: "hunter2" },
        inputArtifacts: [{ name: "app", s3location: { bucket: "b", key: "k" } }],
      },
      output: {
        executionResult: { externalExecutionId: "build-1" },
        outputVariables: { image_tag: "41fa0c7", SESSION: "hunter2" },
      },
    }),
    run("03", "Approve", "ship", 100, 3700, {
      updatedBy: "arn:aws:sts::111122223333:assumed-role/ops/m.okafor",
      input: { actionTypeId: type("Approval", "Manual"), configuration: { CustomData: "Ship it?" } },
      output: { executionResult: { externalExecutionId: TOKEN } },
    }),
    run("02", "Source", "app-repo", 0, 40, {
      input: { actionTypeId: type("Source", "CodeCommit") },
      output: {
        outputArtifacts: [{ name: "app", s3location: { bucket: "b", key: "k" } }],
        outputVariables: { AuthorDisplayName: "Rana Kaya", BranchName: "main" },
      },
    }),
    run("01", "Source", "infra-repo", 0, 30, { input: { actionTypeId: type("Source", "CodeCommit") } }),
  ],
  rules: [
    {
      pipelineExecutionId: FIRST,
      ruleExecutionId: "00000000-0000-4000-8000-0000000000aa",
      stageName: "Prod",
      ruleName: "window",
      startTime: AT + 3760,
      lastUpdateTime: AT + 3790,
      status: "Succeeded",
      input: {
        ruleTypeId: type("Rule", "DeploymentWindow"),
        configuration: { Cron: "* * 9-17 ? * MON-FRI *", Secret: "hunter2" },
      },
      output: { executionResult: { externalExecutionId: "window-17" } },
    },
  ],
};
