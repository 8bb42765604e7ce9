import type { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { ActionRun, RuleRun, TimelineStage } from "@/lib/domain/execution-detail";
import { buildRun } from "@/lib/domain/testing/build-run";

/** Server's now in these fixtures. */
export const EXECUTION_NOW = "2026-11-21T12:00:00.000Z";

/** `10:30` or `10:30:15` of the fixtures' day. */
export function at(time: string): string {
  return `2026-11-21T${time.length === 5 ? `${time}:00` : time}.000Z`;
}

/** A run of an action that worked from one time to another. */
export function actionRun(name: string, from: string, to?: string, more: Partial<ActionRun> = {}): ActionRun {
  return buildRun(name, at(from), to === undefined ? undefined : at(to), more);
}

/** A run of a rule. */
export function ruleRun(name: string, from: string, to: string, more: Partial<RuleRun> = {}): RuleRun {
  return {
    id: `${name}-${more.attempt ?? 1}`,
    name,
    attempt: 1,
    provider: "CloudWatchAlarm",
    standing: "Succeeded",
    status: "Succeeded",
    startedAt: at(from),
    endedAt: at(to),
    configuration: [],
    ...more,
  };
}

/** A stage with these runs, from the first start to the last end. */
export function timelineStage(
  name: string,
  actions: ActionRun[],
  more: Partial<TimelineStage> = {},
): TimelineStage {
  const runs = [...actions, ...(more.rules ?? [])];
  return {
    name,
    standing: "Succeeded",
    startedAt: runs.flatMap((run) => run.startedAt ?? []).toSorted()[0],
    endedAt: runs.every((run) => run.endedAt !== undefined)
      ? runs
          .flatMap((run) => run.endedAt ?? [])
          .toSorted()
          .at(-1)
      : undefined,
    waits: [],
    actions,
    rules: [],
    pending: [],
    ...more,
  };
}

/** An execution in a list. */
export function summary(
  id: string,
  startedAt: string,
  more: Partial<ExecutionSummary> = {},
): ExecutionSummary {
  return {
    id,
    standing: "Succeeded",
    status: "Succeeded",
    startedAt,
    updatedAt: startedAt,
    revisions: [],
    executionType: "STANDARD",
    stages: [],
    ...more,
  };
}

/** An execution that failed in Prod at the second attempt, after a wait for a person. */
export function failedReply(): ExecutionDetailReply {
  const prod = { category: "Deploy", provider: "CloudFormation", standing: "Failed", status: "Failed" };
  const error = { code: "JobFailed", message: "3 of 6 tasks failed" };
  return {
    now: EXECUTION_NOW,
    freshness: { kind: "live", asOf: EXECUTION_NOW },
    execution: {
      target: "prod-eu",
      denied: [],
      pipeline: "checkout-web",
      summary: summary("6f0c1d7e-0000-4000-8000-000000000000", at("09:00"), {
        standing: "Failed",
        status: "Failed",
        updatedAt: at("11:20"),
        revisions: [{ action: "app-repo", id: "3ad8c55", shortId: "3ad8c55", summary: "New health check" }],
        trigger: { type: "Webhook", text: "push", by: "M. Okafor" },
      }),
      pipelineVersion: 3,
      currentVersion: 4,
      variables: [
        { name: "deploy_color", value: "blue", hidden: false },
        { name: "api_token", value: null, hidden: true },
      ],
      stopReason: "Wrong window",
      rollbackOf: "11111111-0000-4000-8000-000000000000",
      rolledBackBy: ["22222222-0000-4000-8000-000000000000"],
      restoredBy: [],
      failure: {
        stage: "Prod",
        action: "deploy-eu",
        attempt: 2,
        runId: "deploy-eu-2",
        rule: false,
        ...error,
      },
      consoleUrl: "https://eu-west-1.console.aws.amazon.com/codesuite/codepipeline",
      stages: [
        timelineStage("Build", [actionRun("compile", "09:00", "09:04")]),
        timelineStage(
          "Approve",
          [
            actionRun("ship-to-prod", "09:04", "11:00", {
              category: "Approval",
              provider: "Manual",
              updatedBy: "s.ferreira",
            }),
          ],
          { waits: [{ kind: "person", from: at("09:04"), to: at("11:00") }] },
        ),
        timelineStage(
          "Prod",
          [
            actionRun("deploy-eu", "11:00", "11:03", { ...prod, error }),
            actionRun("deploy-eu", "11:10", "11:20", {
              ...prod,
              attempt: 2,
              error,
              configuration: [{ key: "StackName", value: "shop-#{variables.deploy_color}", hidden: false }],
              resolvedConfiguration: [
                { key: "StackName", value: "shop-blue", hidden: false },
                { key: "Password", value: null, hidden: true },
              ],
              inputArtifacts: [{ name: "bundle", from: { stage: "Build", action: "compile" } }],
              outputArtifacts: [{ name: "report" }],
              outputVariables: [{ key: "StackId", value: "stack-1", hidden: false }],
              externalExecutionUrl: "https://example.com/run",
            }),
          ],
          {
            standing: "Failed",
            rules: [ruleRun("weekdays", "11:00", "11:00:04", { condition: "beforeEntry" })],
            pending: [{ name: "warm-cache", runOrder: 2, category: "Invoke", provider: "Lambda" }],
          },
        ),
      ],
    },
  };
}
