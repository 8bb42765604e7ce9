import { ruleModelOf, ruleTimeoutMs } from "../providers/rule-registry";
import { inputArtifactsOf } from "./artifacts";
import type { RuleDeclaration } from "./declaration";
import { minute } from "./duration";
import type { ConditionKind, ErrorDetails, RuleRun, StageRun } from "./record";
import type { Simulation } from "./simulation";
import { resolveConfiguration } from "./variables";

interface RuleEnd {
  afterMs: number;
  status: "Succeeded" | "Failed";
  summary: string;
  errorDetails?: ErrorDetails;
}

function planRule(sim: Simulation, run: RuleRun): RuleEnd {
  const { execution, declaration: stage } = run.stageRun;
  const { account, region: home, name: pipeline } = execution.pipeline;
  const region = run.declaration.region ?? home;
  const { provider } = run.declaration.ruleTypeId;
  const subject = {
    account,
    region: home,
    pipeline,
    stage: stage.name,
    rule: run.declaration.name,
    provider,
  };
  const outcome = sim.outcomes.take(subject);
  const { timeoutInMinutes } = run.declaration;
  const timeoutMs = timeoutInMinutes === undefined ? ruleTimeoutMs(provider) : timeoutInMinutes * minute;
  const plan = ruleModelOf(provider)({
    account,
    region,
    pipeline,
    rule: run.declaration,
    kind: run.kind,
    configuration: run.resolvedConfiguration,
    now: sim.now,
    timeoutMs,
    random: execution.pipeline.random,
  });
  const url = outcome?.externalExecutionUrl ?? plan.externalExecutionUrl;
  if (plan.externalExecutionId !== undefined) run.externalExecutionId = plan.externalExecutionId;
  if (url !== undefined) run.externalExecutionUrl = url;
  const scripted = outcome?.status ?? (outcome?.errorDetails ? "Failed" : plan.status);
  const plannedMs = scripted === "Failed" ? (plan.failsAfterMs ?? plan.durationMs) : plan.durationMs;
  const wantedMs = Math.max(0, outcome?.durationMs ?? plannedMs);
  const afterMs = Math.min(wantedMs, timeoutMs);
  const status = wantedMs > timeoutMs ? "Failed" : scripted;
  if (status === "Succeeded") return { afterMs, status, summary: outcome?.summary ?? plan.summary };
  const errorDetails = { ...plan.failure, ...outcome?.errorDetails };
  return { afterMs, status, summary: outcome?.summary ?? errorDetails.message, errorDetails };
}

function settle(sim: Simulation, run: RuleRun, status: RuleRun["status"]): void {
  if (run.due) sim.cancel(run.due);
  run.due = undefined;
  run.status = status;
  run.changedAt = sim.now;
  run.stageRun.running -= 1;
  run.stageRun.execution.changedAt = sim.now;
  run.stageRun.execution.pipeline.runningRules.delete(run);
}

/** Starts a rule of a stage run; `ended` is told when it succeeded or failed. A variable without a value lets it fail. */
export function startRule(
  sim: Simulation,
  stageRun: StageRun,
  kind: ConditionKind,
  rule: RuleDeclaration,
  ended: () => void,
): RuleRun {
  const { execution } = stageRun;
  const { resolved, unresolved } = resolveConfiguration(execution, rule.configuration ?? {});
  const run: RuleRun = {
    id: execution.pipeline.random.uuid(),
    kind,
    declaration: rule,
    stageRun,
    status: "InProgress",
    startedAt: sim.now,
    changedAt: sim.now,
    resolvedConfiguration: resolved,
    inputArtifacts: inputArtifactsOf(execution, rule),
  };
  stageRun.running += 1;
  execution.ruleRuns.push(run);
  execution.pipeline.ruleRuns.push(run);
  execution.pipeline.runningRules.add(run);
  const message = `The configuration of rule ${rule.name} refers to variables that have no value: ${unresolved.join(", ")}`;
  const end: RuleEnd =
    unresolved.length > 0
      ? {
          afterMs: 0,
          status: "Failed",
          summary: message,
          errorDetails: { code: "ConfigurationError", message },
        }
      : planRule(sim, run);
  const finish = () => {
    run.summary = end.summary;
    if (end.errorDetails) run.errorDetails = end.errorDetails;
    settle(sim, run, end.status);
    ended();
  };
  run.due = sim.schedule(sim.now + end.afterMs, finish, execution.pipeline);
  return run;
}

/** Abandons a rule in progress, `by` being the ARN of who wanted it; nobody is told. */
export function abandonRule(sim: Simulation, run: RuleRun, by?: string): void {
  if (run.status !== "InProgress") return;
  if (by !== undefined) run.updatedBy = by;
  settle(sim, run, "Abandoned");
}
