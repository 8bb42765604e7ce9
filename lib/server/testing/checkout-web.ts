import "server-only";

/** Epoch seconds around which everything happens. */
export const AT = 1_795_230_000;
export const FIRST = "11111111-1111-4111-8111-111111111111";
export const SECOND = "22222222-2222-4222-8222-222222222222";
export const TOKEN = "7c0ffee0-0000-4000-8000-00000000beef";
const BOB = "arn:aws:sts::111122223333:assumed-role/ops/m.okafor";

export const declaration = {
  name: "checkout-web",
  version: 14,
  pipelineType: "V2",
  executionMode: "QUEUED",
  stages: [
    {
      name: "Source",
      actions: [
        {
          name: "infra-repo",
          actionTypeId: {
            category: "Source",
            owner: "AWS",
            provider: "CodeStarSourceConnection",
            version: "1",
          },
        },
        {
          name: "app-repo",
          actionTypeId: { category: "Source", owner: "AWS", provider: "CodeCommit", version: "1" },
        },
      ],
    },
    {
      name: "Approve",
      actions: [
        {
          name: "ship",
          actionTypeId: { category: "Approval", owner: "AWS", provider: "Manual", version: "1" },
          configuration: { CustomData: "Ship #{App.CommitId}?", ExternalEntityLink: "javascript:alert(1)" },
          timeoutInMinutes: 60,
        },
      ],
    },
    {
      name: "Prod",
      actions: [
        {
          name: "deploy",
          runOrder: 2,
          actionTypeId: { category: "Deploy", owner: "AWS", provider: "CloudFormation", version: "1" },
          configuration: { StackName: "web", ParameterOverrides: "secret" },
          inputArtifacts: [{ name: "app" }],
        },
        {
          name: "migrate",
          actionTypeId: { category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" },
        },
      ],
      beforeEntry: {
        conditions: [
          { result: "FAIL", rules: [{ name: "window", ruleTypeId: { provider: "DeploymentWindow" } }] },
        ],
      },
    },
  ],
};

export const executions = [
  {
    pipelineExecutionId: FIRST,
    status: "Failed",
    startTime: AT - 9000,
    lastUpdateTime: AT - 8000,
    sourceRevisions: [
      {
        actionName: "app-repo",
        revisionId: "3ad8c55".padEnd(40, "0"),
        revisionSummary: "New health check\n\nbody",
      },
    ],
    trigger: { triggerType: "StartPipelineExecution", triggerDetail: BOB },
  },
  {
    pipelineExecutionId: SECOND,
    status: "InProgress",
    startTime: AT - 600,
    lastUpdateTime: AT,
    sourceRevisions: [
      { actionName: "app-repo", revisionId: "c08d3aa".padEnd(40, "0"), revisionSummary: "App" },
      {
        actionName: "infra-repo",
        revisionId: "90fd1a2".padEnd(40, "0"),
        revisionSummary: '{"ProviderType":"GitHub","CommitMessage":"Apple Pay: retry on 409\\nmore"}',
        revisionUrl: "data:text/html,x",
      },
    ],
    trigger: { triggerType: "WebhookV2", triggerDetail: "{}" },
  },
];

export const state = {
  pipelineName: "checkout-web",
  pipelineVersion: 14,
  created: AT - 90_000,
  stageStates: [
    {
      stageName: "Source",
      inboundExecutions: [],
      latestExecution: { pipelineExecutionId: SECOND, status: "Succeeded" },
      actionStates: [
        {
          actionName: "app-repo",
          latestExecution: {
            status: "Succeeded",
            lastStatusChange: AT - 500,
            summary: '{"ProviderType":"GitHub","CommitMessage":"App"}',
          },
        },
      ],
    },
    {
      stageName: "Approve",
      inboundTransitionState: { enabled: true },
      latestExecution: { pipelineExecutionId: SECOND, status: "InProgress" },
      actionStates: [
        {
          actionName: "ship",
          latestExecution: {
            actionExecutionId: "a-2",
            status: "InProgress",
            token: TOKEN,
            lastStatusChange: AT - 100,
          },
        },
      ],
    },
    {
      stageName: "Prod",
      inboundTransitionState: {
        enabled: false,
        disabledReason: "5xx",
        lastChangedBy: BOB,
        lastChangedAt: AT - 50,
      },
      latestExecution: { pipelineExecutionId: FIRST, status: "Failed" },
      actionStates: [
        {
          actionName: "deploy",
          entityUrl: "https://console.aws.amazon.com/x",
          latestExecution: {
            status: "Failed",
            lastStatusChange: AT - 8000,
            lastUpdatedBy: BOB,
            errorDetails: { code: "JobFailed", message: "3 of 6 tasks failed" },
            percentComplete: 40,
          },
        },
      ],
      beforeEntryConditionState: {
        latestExecution: { status: "Succeeded" },
        conditionStates: [
          {
            ruleStates: [
              { ruleName: "window", latestExecution: { status: "Succeeded", lastStatusChange: AT - 8100 } },
            ],
          },
        ],
      },
      retryStageMetadata: { manualStageRetryAttempt: 1, latestRetryTrigger: "ManualStageRetry" },
    },
  ],
};

export const actions = [
  {
    pipelineExecutionId: SECOND,
    actionExecutionId: "a-2",
    stageName: "Approve",
    actionName: "ship",
    startTime: AT - 120,
    status: "InProgress",
    input: {
      actionTypeId: { category: "Approval", owner: "AWS", provider: "Manual", version: "1" },
      configuration: { CustomData: "Ship #{App.CommitId}?" },
      resolvedConfiguration: { CustomData: "Ship c08d3aa?", ExternalEntityLink: "https://wiki.example/ship" },
    },
    output: { executionResult: { externalExecutionId: TOKEN } },
  },
  {
    pipelineExecutionId: SECOND,
    stageName: "Source",
    actionName: "infra-repo",
    startTime: AT - 590,
    status: "Succeeded",
    input: { actionTypeId: { category: "Source" } },
    output: {
      outputVariables: { AuthorDisplayName: "Sofia Ferreira", BranchName: "main", SomeToken: "hush" },
    },
  },
];
