import { errorProblems } from "../operations/testing/answer-problems";
import { errorCode } from "./attempt";
import type { LiveWorld } from "./live-world";
import type { Move } from "./move";

/** Calls an operation; a refusal is an answer too if the operation lists it. */
function tried(live: LiveWorld, operation: string, body: unknown): boolean {
  const code = errorCode(() => live.small.ask(operation, body));
  if (code !== undefined) live.note("errors", errorProblems(operation, code)[0]);
  return code === undefined;
}

function executionAt(live: LiveWorld, name: string, which: number): string {
  const executions = live.chronicle.executions(name);
  return (
    executions.at(-1 - (which % Math.max(1, executions.length)))?.id ?? "00000000-0000-4000-8000-000000000000"
  );
}

interface Place {
  pipelineName: string;
  stageName: string;
  pipelineExecutionId: string;
}

/** The execution and the stage a move names, or, for a likely one, a stay in a stage that is in one of these states. */
function placeOf(
  live: LiveWorld,
  { name, which, stage, likely }: { name: string; which: number; stage: string; likely: boolean },
  states: readonly string[],
): Place {
  const stays = live.chronicle
    .executions(name)
    .flatMap(({ id, stages }) => [...stages.values()].map((told) => ({ id, told })))
    .filter(({ told }) => states.includes(told.state));
  const chosen = likely ? stays.at(-1 - (which % Math.max(1, stays.length))) : undefined;
  return {
    pipelineName: name,
    stageName: chosen?.told.name ?? stage,
    pipelineExecutionId: chosen?.id ?? executionAt(live, name, which),
  };
}

function start(live: LiveWorld, { name, token, where, commit }: Extract<Move, { kind: "start" }>): void {
  tried(live, "StartPipelineExecution", {
    name,
    ...(token !== undefined && { clientRequestToken: token }),
    ...(where !== undefined && { variables: [{ name: "WHERE", value: where }] }),
    ...(commit !== undefined && {
      sourceRevisions: [{ actionName: "App", revisionType: "COMMIT_ID", revisionValue: commit }],
    }),
  });
}

function push(live: LiveWorld, { name, branch, tag, pull }: Extract<Move, { kind: "push" }>): void {
  const { account, region } = live.small.ctx;
  const pullRequest = {
    event: "OPEN" as const,
    id: "7",
    title: "Add",
    sourceBranch: "x",
    destinationBranch: "main",
  };
  errorCode(() =>
    live.small.world.addRevision({
      account,
      region,
      pipeline: name,
      action: "App",
      ...(branch !== undefined && { branch }),
      ...(tag !== undefined && { tag }),
      ...(pull && { pullRequest }),
    }),
  );
}

function retry(live: LiveWorld, move: Extract<Move, { kind: "retry" }>): void {
  const body = { ...placeOf(live, move, ["FAILED", "STOPPED"]), retryMode: move.mode };
  const code = errorCode(() => {
    const answer = live.small.ask<{ pipelineExecutionId: string }>("RetryStageExecution", body);
    if (answer.pipelineExecutionId !== body.pipelineExecutionId)
      live.note("retry", `answers ${answer.pipelineExecutionId}`);
  });
  if (code !== undefined) live.note("errors", errorProblems("RetryStageExecution", code)[0]);
}

function remove(live: LiveWorld, name: string): void {
  if (!tried(live, "DeletePipeline", { name })) return;
  live.chronicle.forget(name);
  live.approvals.forget(name);
  live.note("pages", live.pages.forget(name));
}

function gate(live: LiveWorld, { name, stage, open, outbound }: Extract<Move, { kind: "gate" }>): void {
  const where = { pipelineName: name, stageName: stage, transitionType: outbound ? "Outbound" : "Inbound" };
  if (open) tried(live, "EnableStageTransition", where);
  else tried(live, "DisableStageTransition", { ...where, reason: "Closed" });
}

function tag(live: LiveWorld, { name, key, remove: takesOff }: Extract<Move, { kind: "tag" }>): void {
  const resourceArn = `arn:aws:codepipeline:${live.small.ctx.region}:${live.small.ctx.account}:${name}`;
  if (takesOff) tried(live, "UntagResource", { resourceArn, tagKeys: [key] });
  else tried(live, "TagResource", { resourceArn, tags: [{ key, value: "v" }] });
}

function webhook(live: LiveWorld, { name, what, branch }: Extract<Move, { kind: "webhook" }>): void {
  if (what === "put") live.note("webhooks", live.webhooks.put(name));
  else if (what === "delete") live.webhooks.remove(name);
  else live.note("webhooks", live.webhooks.call(name, branch));
}

function script(
  live: LiveWorld,
  { what, target, durationMs, code }: Extract<Move, { kind: "script" }>,
): void {
  const failure =
    code === undefined ? {} : { status: "Failed" as const, errorDetails: { code, message: "It broke" } };
  live.small.world.outcomes.add({ [what]: target, durationMs, times: 1, ...failure });
}

/** Plays one move and throws when it broke an invariant. */
export function playMove(live: LiveWorld, move: Move): void {
  switch (move.kind) {
    case "pass":
      live.pass(move.ms);
      break;
    case "create":
      tried(live, "CreatePipeline", { pipeline: move.pipeline });
      break;
    case "update":
      tried(live, "UpdatePipeline", { pipeline: move.pipeline });
      break;
    case "delete":
      remove(live, move.name);
      break;
    case "start":
      start(live, move);
      break;
    case "crowd":
      for (let count = 0; count < move.count; count += 1)
        tried(live, "StartPipelineExecution", { name: move.name });
      break;
    case "push":
      push(live, move);
      break;
    case "put revision": {
      const actionRevision = { revisionId: move.revisionId, revisionChangeId: "c", created: 1_760_000_000 };
      tried(live, "PutActionRevision", {
        pipelineName: move.name,
        stageName: "Source",
        actionName: "App",
        actionRevision,
      });
      break;
    }
    case "stop": {
      const pipelineExecutionId = executionAt(live, move.name, move.which);
      tried(live, "StopPipelineExecution", {
        pipelineName: move.name,
        pipelineExecutionId,
        abandon: move.abandon,
      });
      break;
    }
    case "retry":
      retry(live, move);
      break;
    case "roll back": {
      const { pipelineExecutionId: targetPipelineExecutionId, ...where } = placeOf(live, move, [
        "SUCCEEDED",
        "FAILED",
      ]);
      tried(live, "RollbackStage", { ...where, targetPipelineExecutionId });
      break;
    }
    case "override": {
      const where = placeOf(live, move, ["STARTED", "RESUMED", "FAILED"]);
      tried(live, "OverrideStageCondition", { ...where, conditionType: move.condition });
      break;
    }
    case "gate":
      gate(live, move);
      break;
    case "answer":
      if (live.records(move.name))
        live.note("approvals", live.approvals.answer(move.name, move.which, move.approve, move.again));
      break;
    case "take job":
      live.note("jobs", live.workers.take(move.which));
      break;
    case "report":
      live.note("jobs", live.workers.report(move.which, move.how));
      break;
    case "custom type":
      live.workers.setType(move.isThere);
      break;
    case "webhook":
      webhook(live, move);
      break;
    case "tag":
      tag(live, move);
      break;
    case "script":
      script(live, move);
      break;
    case "list":
      if (live.records(move.name)) live.note("pages", live.pages.begin(move.operation, move.name, move.size));
      break;
    case "next page":
      live.note("pages", live.pages.goOn(move.which));
      break;
    case "receive":
      live.queue.receive(move.most, move.remove);
      break;
  }
  live.check();
}
