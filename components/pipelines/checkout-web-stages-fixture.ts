import type { ActionState, InboundExecution, StageState } from "@/lib/domain/pipeline-state";
import type { Standing } from "@/lib/domain/standing";
import { at, executionOf, REVISIONS, type Sha } from "./checkout-web-revisions-fixture";

function action(
  name: string,
  runOrder: number,
  standing: Standing,
  more: Partial<ActionState> = {},
): ActionState {
  return {
    name,
    runOrder,
    category: "Build",
    owner: "AWS",
    provider: "CodeBuild",
    standing,
    status: standing === "Approval" ? "InProgress" : standing === "NotYetRun" ? undefined : standing,
    inputArtifacts: [],
    outputArtifacts: [],
    configuration: [],
    ...more,
  };
}

function stage(
  name: string,
  standing: Standing,
  sha: Sha,
  changedAt: string,
  more: Partial<StageState>,
): StageState {
  return {
    name,
    standing,
    executionId: executionOf(sha),
    revision: REVISIONS[sha],
    changedAt,
    inbound: [],
    transition: { enabled: true },
    actions: [],
    ...more,
  };
}

/** The execution of a commit, waiting in front of a stage. */
export function inbound(sha: Sha): InboundExecution {
  return {
    executionId: executionOf(sha),
    label: sha,
    kind: "track",
    status: "InProgress",
    executionType: "STANDARD",
    revisions: [REVISIONS[sha]],
  };
}

/** The five stages of the fixture. */
export const STAGES: StageState[] = [
  stage("Source", "Succeeded", "e41c9d2", at("03:00:10"), {
    actions: [
      action("app-repo", 1, "Succeeded", {
        category: "Source",
        provider: "CodeStarSourceConnection",
        revision: REVISIONS.e41c9d2,
        outputArtifacts: ["app"],
      }),
      action("infra-repo", 1, "Succeeded", {
        category: "Source",
        provider: "CodeCommit",
        revision: {
          action: "infra-repo",
          id: "90fd1a2",
          shortId: "90fd1a2",
          summary: "Raise the task memory",
        },
        outputArtifacts: ["infra"],
      }),
    ],
  }),
  stage("Build", "InProgress", "e41c9d2", at("03:08:50"), {
    percentComplete: 62,
    actions: [
      action("compile", 1, "Succeeded", { startedAt: at("03:06:10"), changedAt: at("03:07:58") }),
      action("unit-tests", 2, "InProgress", {
        percentComplete: 62,
        startedAt: at("03:08:50"),
        changedAt: at("03:11:50"),
        inputArtifacts: ["app"],
      }),
      action("lint", 2, "Succeeded", { startedAt: at("03:08:50"), changedAt: at("03:09:12") }),
      action("bundle", 3, "NotYetRun", { outputArtifacts: ["packaged"] }),
    ],
  }),
  stage("Staging", "Succeeded", "7b09f1e", at("02:46:00"), {
    actions: [
      action("deploy-stack", 1, "Succeeded", {
        category: "Deploy",
        provider: "CloudFormation",
        startedAt: at("02:35:00"),
        changedAt: at("02:39:05"),
      }),
      action("smoke", 2, "Succeeded", {
        category: "Test",
        startedAt: at("02:39:05"),
        changedAt: at("02:39:56"),
      }),
      action("e2e", 2, "Succeeded", {
        category: "Test",
        startedAt: at("02:39:05"),
        changedAt: at("02:45:17"),
      }),
    ],
    onSuccess: {
      result: "FAIL",
      standing: "Succeeded",
      changedAt: at("02:46:00"),
      rules: [
        { name: "alarm 5xx", standing: "Succeeded", summary: "OK" },
        { name: "error-budget", standing: "Succeeded", summary: "98.2 %" },
      ],
    },
  }),
  stage("Approve", "Approval", "c08d3aa", at("01:46:10"), {
    inbound: [inbound("7b09f1e")],
    actions: [
      action("ship-to-prod", 1, "Approval", {
        category: "Approval",
        provider: "Manual",
        startedAt: at("03:04:10"),
        changedAt: at("03:04:10"),
        executionId: executionOf("c08d3aa"),
        approval: {
          executionId: executionOf("c08d3aa"),
          question: "Is the error budget fine, and does support know?",
          link: "https://staging.checkout.example.com/",
          askedAt: at("03:04:10"),
          expiresAt: at("05:04:10"),
          timeoutMs: 7_200_000,
        },
      }),
    ],
  }),
  stage("Prod", "Failed", "3ad8c55", at("03:08:21"), {
    inbound: [inbound("41fa0c7"), inbound("5512be0")],
    transition: {
      enabled: false,
      reason: "5xx after 3ad8c55 (INC-481)",
      changedBy: "m.okafor",
      changedAt: at("02:57:00"),
    },
    retry: { automatic: 0, manual: 1 },
    beforeEntry: {
      standing: "Succeeded",
      rules: [{ name: "window Mon-Fri", standing: "Succeeded", changedAt: at("03:04:00") }],
    },
    actions: [
      action("deploy-eu", 1, "Failed", {
        category: "Deploy",
        provider: "CloudFormation",
        region: "eu-west-1",
        startedAt: at("03:06:07"),
        changedAt: at("03:08:21"),
        executionId: executionOf("3ad8c55"),
        externalExecutionId: "checkout-web-eu",
        externalExecutionUrl: "https://console.aws.example.com/stack/checkout-web-eu",
        summary: "Rollout did not settle",
        lastUpdatedBy: "arn:aws:sts::444455556666:assumed-role/deploy/codepipeline",
        error: {
          code: "ActionExecutionFailed",
          message:
            "Resource TaskService: rollout did not settle. 3 of 6 tasks failed health check /healthz (503).",
        },
        inputArtifacts: ["packaged", "infra"],
        configuration: [
          { key: "ActionMode", value: "CREATE_UPDATE", hidden: false },
          { key: "StackName", value: "checkout-web-eu", hidden: false },
          { key: "TemplatePath", value: "app::packaged.yml", hidden: false },
          { key: "DbPassword", value: null, hidden: true },
        ],
      }),
      action("deploy-us", 1, "Succeeded", {
        category: "Deploy",
        provider: "CloudFormation",
        region: "us-east-1",
        startedAt: at("03:00:00"),
        changedAt: at("03:05:30"),
      }),
      action("warm-cache", 2, "NotYetRun", { category: "Invoke", provider: "Lambda" }),
    ],
    onFailure: {
      result: "ROLLBACK",
      standing: "Errored",
      summary: "Automatic rollback did not start",
      rules: [
        { name: "alarm p99", standing: "Failed", summary: "no data" },
        { name: "freeze check", standing: "Succeeded", summary: "open" },
      ],
    },
  }),
];
