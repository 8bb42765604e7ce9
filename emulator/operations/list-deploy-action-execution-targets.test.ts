import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { action, pipelineOf, stage } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

interface Event {
  name: string;
  status: string;
  startTime?: number;
  endTime?: number;
  context?: { ssmCommandId: string; message?: string };
}

interface Answer {
  targets: Array<{
    targetId: string;
    targetType: string;
    status: string;
    startTime?: number;
    endTime?: number;
    events: Event[];
  }>;
  nextToken?: string;
}

const tagged = { InstanceTagKey: "fleet", InstanceTagValue: "shop", InstanceType: "EC2" };

function deploying(kind: string, configuration: Record<string, string>): SmallWorld {
  const small = new SmallWorld();
  small.world.outcomes.add({ action: "App", durationMs: minute });
  small.world.outcomes.add({ stage: "Ship", durationMs: 60 * minute });
  const ship = action(kind, "Ship", { inputs: ["src"], configuration });
  small.create({ ...pipelineOf("shop", [stage("Ship", [ship])]), pipelineType: "V2" });
  small.pass(minute);
  return small;
}

function runId(small: SmallWorld, stageName = "Ship", name = "Ship"): string {
  return small.action("shop", stageName, name).latestExecution?.actionExecutionId ?? "";
}

function targets(small: SmallWorld, more: Record<string, unknown> = {}): Answer {
  return small.ask("ListDeployActionExecutionTargets", { actionExecutionId: runId(small), ...more });
}

function statuses(small: SmallWorld): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of targets(small).targets) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe("ListDeployActionExecutionTargets", () => {
  it("follows an EC2 deployment from batch to batch", () => {
    const small = deploying("Deploy/EC2", { ...tagged, PreScript: "pre.sh", PostScript: "post.sh" });
    const size = targets(small).targets.length;
    expect(size).toBeGreaterThan(2);
    expect(statuses(small)).toEqual({ InProgress: 1, Pending: size - 1 });
    const [first, second] = targets(small).targets;
    expect(first).toMatchObject({
      targetId: expect.stringMatching(/^i-[0-9a-f]{17}$/),
      targetType: "EC2",
      startTime: worldStart / 1000 + 60,
    });
    expect(first).not.toHaveProperty("endTime");
    expect(first?.events.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "BEFORE_DEPLOY InProgress",
      "DEPLOY Pending",
      "AFTER_DEPLOY Pending",
    ]);
    expect(first?.events[0]?.context?.ssmCommandId).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.events[1]).not.toHaveProperty("context");
    expect(second).not.toHaveProperty("startTime");
    small.pass((60 * minute) / size);
    expect(statuses(small)).toEqual({ Succeeded: 1, InProgress: 1, Pending: size - 2 });
    small.pass(60 * minute);
    expect(statuses(small)).toEqual({ Succeeded: size });
    expect(targets(small).targets.at(-1)?.endTime).toBe(worldStart / 1000 + 61 * 60);
  });

  it("works on the same instances every time", () => {
    const small = deploying("Deploy/EC2", tagged);
    const before = targets(small).targets.map(({ targetId }) => targetId);
    small.pass(70 * minute);
    small.start("shop");
    small.pass(2 * minute);
    expect(targets(small).targets.map(({ targetId }) => targetId)).toEqual(before);
  });

  it.each([
    ["2", 2],
    ["50%", "half"],
    ["100%", "all"],
    ["1%", 1],
    ["many", 1],
  ])("deploys to MaxBatch %s at the same time", (MaxBatch, expected) => {
    const small = deploying("Deploy/EC2", { ...tagged, MaxBatch });
    const size = targets(small).targets.length;
    const running = expected === "half" ? Math.floor(size / 2) : expected === "all" ? size : expected;
    expect(statuses(small).InProgress).toBe(running);
  });

  it("takes instances out of their target group and back, with a deploy spec's events in between", () => {
    const small = deploying("Deploy/EC2", {
      InstanceTagKey: "fleet",
      InstanceType: "SSM_MANAGED_NODE",
      DeploySpec: "deploy.yml",
      TargetGroupNameList: "web",
    });
    const [first] = targets(small).targets;
    expect(first?.targetId).toMatch(/^mi-/);
    expect(first?.events.map(({ name }) => name)).toEqual([
      "BLOCK_TRAFFIC",
      "BEFORE_DEPLOY",
      "DEPLOY",
      "AFTER_DEPLOY",
      "ALLOW_TRAFFIC",
    ]);
  });

  it("says on which target and event a deployment failed", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const errorDetails = { code: "JobFailed", message: "post.sh ended with 1" };
    small.world.outcomes.add({ action: "Ship", durationMs: 60 * minute, errorDetails });
    const ship = action("Deploy/EC2", "Ship", {
      inputs: ["src"],
      configuration: { ...tagged, PostScript: "p" },
    });
    small.create(pipelineOf("shop", [stage("Ship", [ship])]));
    small.pass(70 * minute);
    const failed = targets(small).targets.filter(({ status }) => status === "Failed");
    expect(failed).toHaveLength(1);
    expect(failed[0]?.events.at(-1)).toMatchObject({
      name: "AFTER_DEPLOY",
      status: "Failed",
      context: { message: "post.sh ended with 1" },
    });
    expect(statuses(small).Succeeded).toBe(targets(small).targets.length - 1);
  });

  it("goes on for an action that was abandoned, since the service is not told", () => {
    const small = deploying("Deploy/EC2", tagged);
    const id = small.executions("shop")[0]?.pipelineExecutionId ?? "";
    small.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId: id, abandon: true });
    small.pass(70 * minute);
    expect(statuses(small)).toEqual({ Succeeded: targets(small).targets.length });
  });

  it("answers the cluster of an EKS deployment, and nothing for other actions", () => {
    const small = deploying("Deploy/EKS", { ClusterName: "prod" });
    expect(targets(small).targets).toMatchObject([{ targetId: "prod", targetType: "EKS" }]);
    expect(targets(small, { actionExecutionId: runId(small, "Source", "App") })).toEqual({ targets: [] });
  });

  it("answers nothing for an action that failed before it got to its targets", () => {
    const small = new SmallWorld();
    small.everyActionTakes(minute);
    const app = action("Source/CodeCommit", "App", {
      namespace: "App",
      outputs: ["src"],
      configuration: { RepositoryName: "shop", BranchName: "main" },
    });
    const configuration = { ...tagged, InstanceTagValue: "#{App.Nothing}" };
    const ship = action("Deploy/EC2", "Ship", { inputs: ["src"], configuration });
    small.create({ ...pipelineOf("shop", []), stages: [stage("Source", [app]), stage("Ship", [ship])] });
    small.pass(minute);
    expect(targets(small)).toEqual({ targets: [] });
  });

  it("filters by status and pages on where it was", () => {
    const small = deploying("Deploy/EC2", { ...tagged, MaxBatch: "2" });
    const all = targets(small).targets.map(({ targetId }) => targetId);
    const filters = [{ name: "TARGET_STATUS", values: ["InProgress", "Pending"] }];
    const seen: string[] = [];
    let page = targets(small, { filters, maxResults: 1 });
    for (;;) {
      seen.push(...page.targets.map(({ targetId }) => targetId));
      if (page.nextToken === undefined) break;
      page = targets(small, { filters, maxResults: 1, nextToken: page.nextToken });
    }
    expect(seen).toEqual(all);
    const running = targets(small, { filters: [{ name: "TARGET_STATUS", values: ["InProgress"] }, {}] });
    expect(running.targets.map(({ targetId }) => targetId)).toEqual(all.slice(0, 2));
  });

  it("finds the action with and without the name of the pipeline", () => {
    const small = deploying("Deploy/EC2", tagged);
    expect(targets(small, { pipelineName: "shop" })).toEqual(targets(small));
  });

  it.each([
    [{ pipelineName: "other" }, "PipelineNotFoundException"],
    [{ actionExecutionId: "nothing" }, "ActionExecutionNotFoundException"],
    [{ actionExecutionId: "nothing", pipelineName: "shop" }, "ActionExecutionNotFoundException"],
    [{ nextToken: "made-up" }, "InvalidNextTokenException"],
    [{ filters: [{ name: "STATUS" }] }, "Value at 'filters.1.member.name' failed"],
  ])("refuses %j with %s", (change, words) => {
    const small = deploying("Deploy/EC2", tagged);
    const body = { actionExecutionId: runId(small), ...change };
    expect(small.refusal("ListDeployActionExecutionTargets", body)).toContain(words);
  });
});
