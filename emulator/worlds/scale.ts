import type { CallContext } from "../engine/call-context";
import type { PipelineDeclaration } from "../engine/declaration";
import { hour, minute } from "../engine/duration";
import { World } from "../engine/world";
import { execute } from "../operations/execute";
import { ACME_ACCOUNTS } from "./acme-accounts";
import { sessionArn } from "./acme-people";
import { declarationOf, type Place } from "./acme-pipeline";
import { approval, build, ecsService, gitSource } from "./action-parts";

const PLACE: Place = { account: ACME_ACCOUNTS.dev, region: "eu-west-1" };
const AREAS = [
  "catalog",
  "checkout",
  "ledger",
  "media",
  "orders",
  "pricing",
  "returns",
  "search",
  "stock",
  "tax",
];
const PARTS = ["api", "batch", "events", "gateway", "jobs", "sync", "web", "worker"];
const STARTED_BEFORE_MS = 3 * hour;
const RUN_MS = 5 * minute;

/** How the pipelines of a big region differ: one kind after the other, in turns. */
const KINDS = [
  "green",
  "green",
  "failed",
  "green",
  "approval",
  "green",
  "running",
  "green",
  "closed",
  "green",
] as const;

const CALLER: CallContext = {
  ...PLACE,
  partition: "aws",
  principalArn: sessionArn(PLACE.account, "infrastructure", "provisioner"),
  sessionName: "provisioner",
  requestId: "scale",
  endpoint: "http://emulator",
};

function nameOf(index: number): string {
  const area = AREAS[index % AREAS.length];
  const part = PARTS[Math.floor(index / AREAS.length) % PARTS.length];
  return `service-${String(index + 1).padStart(5, "0")}-${area}-${part}`;
}

function declare(name: string, withApproval: boolean, mode: "QUEUED" | undefined): PipelineDeclaration {
  const question = approval(
    "release",
    "Release #{Code.CommitId}?",
    `${name}/commit/#{Code.CommitId}`,
    10_080,
  );
  return declarationOf(PLACE, {
    name,
    ...(mode === undefined ? {} : { mode }),
    stages: [
      { name: "Source", actions: [gitSource("code", name, "code", "Code")] },
      { name: "Build", actions: [build({ name: "package", from: ["code"], to: ["package"] }, name)] },
      ...(withApproval ? [{ name: "Approve", actions: [question] }] : []),
      { name: "Deploy", actions: [ecsService({ name: "rollout", from: ["package"] }, "main", name)] },
    ],
  });
}

/** Scripts what a pipeline's first execution comes to. */
function scriptFirstRun(world: World, name: string, kind: (typeof KINDS)[number]): void {
  const where = { ...PLACE, pipeline: name, times: 1 };
  if (kind === "running") {
    world.outcomes.add({
      ...where,
      stage: "Build",
      action: "package",
      durationMs: 20 * hour,
      percentSteps: [10, 35, 60, 85],
    });
  }
  if (kind === "failed") {
    const message = "The service did not reach a steady state: 2 of 4 tasks failed their health checks.";
    world.outcomes.add({
      ...where,
      stage: "Deploy",
      action: "rollout",
      errorDetails: { code: "JobFailed", message },
    });
  }
}

function createOne(world: World, index: number): void {
  const name = nameOf(index);
  const kind = index === 0 ? "green" : (KINDS[index % KINDS.length] ?? "green");
  const mode = index % 7 === 3 ? "QUEUED" : undefined;
  scriptFirstRun(world, name, kind);
  const tags = [{ key: "area", value: AREAS[index % AREAS.length] ?? "" }];
  execute(world, CALLER, "CreatePipeline", { pipeline: declare(name, kind === "approval", mode), tags });
  if (kind !== "closed") return;
  execute(world, CALLER, "DisableStageTransition", {
    pipelineName: name,
    stageName: "Deploy",
    transitionType: "Inbound",
    reason: "Held back until the load test is over.",
  });
}

function runFirst(world: World, executions: number): void {
  const pipeline = nameOf(0);
  const { random } = world;
  for (let run = 1; run < executions; run += 1) {
    if (random.between(1, 100) <= 8) {
      world.outcomes.add({ ...PLACE, pipeline, action: "package", times: 1, status: "Failed" });
    }
    world.addRevision({ ...PLACE, pipeline, action: "code" });
    world.advanceTo(world.now + random.between(10 * minute, 20 * minute));
  }
}

/**
 * Many pipelines in one account and region, in all kinds of state, and `executions` executions in the first one by
 * name. The same numbers, seed and `now` (epoch ms) make the same world.
 */
export function buildScale(seed: number, now: number, pipelines: number, executions: number): World {
  const pastMs = STARTED_BEFORE_MS + executions * 20 * minute;
  const world = new World({ seed, now: now - pastMs, pipelinesPerRegion: Math.max(1000, pipelines) });
  world.events.recording = false;
  createOne(world, 0);
  world.outcomes.add({ provider: "CodeBuild", durationMs: RUN_MS });
  world.advanceTo(world.now + 15 * minute);
  runFirst(world, executions);
  world.outcomes.clear();
  const startAt = now - STARTED_BEFORE_MS + 30 * minute;
  world.advanceTo(startAt);
  for (let index = 1; index < pipelines; index += 1) {
    world.advanceTo(startAt + Math.floor((index / pipelines) * hour));
    createOne(world, index);
  }
  world.advanceTo(now);
  world.outcomes.clear();
  world.events.recording = true;
  return world;
}
