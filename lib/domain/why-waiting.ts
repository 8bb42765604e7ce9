import { gateTimes, gateWords, heldAtGate } from "./closed-gate";
import { conditionOutcome } from "./condition-outcome";
import { executionLabel } from "./execution-label";
import { failureWords } from "./failure-words";
import { firstLine } from "./first-line";
import { withFullStop } from "./full-stop";
import { isInFlight } from "./in-flight";
import type { Instant } from "./instant";
import { exactInstant } from "./instant-words";
import { nameList } from "./name-list";
import { openApprovals } from "./open-approvals";
import { closedGateBefore } from "./parallel-gate";
import { parallelWaiting } from "./parallel-waiting";
import type { PipelineFacts } from "./pipeline-facts";
import type { ActionState, ConditionState, StageState } from "./pipeline-state";
import { runningActions } from "./running-actions";
import { stageLabel, waitingTrains } from "./station";
import { supersededBy } from "./superseded-by";
import type { Waiting, WaitingCause } from "./waiting";
import { causeAt, causeOf, openCondition } from "./waiting-cause";

type Facts = Pick<PipelineFacts, "headline" | "executionMode" | "stages" | "executions">;

/** Why a pipeline is not moving, or what it does instead: always an answer, about the stage that wants a person most. */
export function whyWaiting(facts: Facts): Waiting {
  if (facts.executionMode === "PARALLEL") return parallelAt(facts.executions, facts);
  const { cause, stage } = causeOf(facts);
  if (stage) return waitingAt(stage, cause, facts);
  if (cause === "never") return neverRan(facts.stages);
  const words: Partial<Record<WaitingCause, string>> = {
    between: betweenWords(facts),
    rest: "Nothing is on the line.",
    unknown: `AWS reports “${facts.headline}”, a status this version does not know.`,
  };
  return { cause, text: words[cause] ?? `It stands at ${facts.headline}.` };
}

/** The same of one stage: what is inside, what it waits for, and who stands in front of it. */
export function whyStageWaits(stage: StageState, facts: Facts): Waiting {
  if (facts.executionMode !== "PARALLEL") return waitingAt(stage, causeAt(stage), facts);
  const here = facts.executions.filter(
    (execution) =>
      isInFlight(execution.status) &&
      (closedGateBefore(execution, facts.stages)?.name ?? execution.stage) === stage.name,
  );
  if (here.length > 0) return { ...parallelAt(here, facts, [stage]), stage: stage.name };
  return { cause: "rest", stage: stage.name, text: `No execution is in ${stage.name}.` };
}

/** Of the closed gates the first is the one that an execution would come to. */
function neverRan(stages: readonly StageState[]): Waiting {
  const closed = stages.find(({ transition }) => !transition.enabled);
  return { cause: "never", text: "It has not run yet.", ...(closed && { gate: heldAtGate(closed, []) }) };
}

function parallelAt(executions: Facts["executions"], { stages }: Facts, at = stages): Waiting {
  const waiting = parallelWaiting(executions, stages);
  const times = waiting.cause === "approval" ? approvalTimes(at.flatMap(({ actions }) => actions)) : {};
  return { ...waiting, ...times };
}

function waitingAt(stage: StageState, cause: WaitingCause, facts: Facts): Waiting {
  const { lead, text, ...times } = wordsOf(stage, cause, facts);
  const waiting = waitingTrains(stage).map(({ label }) => label);
  const gate = !stage.transition.enabled && waiting.length > 0 && cause !== "gate";
  return {
    cause,
    stage: stage.name,
    ...(stage.executionId !== undefined && { executionId: stage.executionId }),
    ...(lead !== undefined && { lead }),
    text: [withFullStop(text), ...(gate ? [] : behind(waiting, cause)), ...replaced(stage, facts)].join(" "),
    ...times,
    ...(gate && { gate: heldAtGate(stage, waiting) }),
  };
}

type Words = Pick<Waiting, "lead" | "text" | "since" | "until" | "running">;

function wordsOf(stage: StageState, cause: WaitingCause, facts: Facts): Words {
  const label = stageLabel(stage);
  const who = label ?? "an execution";
  const since = stage.changedAt === undefined ? {} : { since: stage.changedAt };
  const notMoving = `${stage.name} is not moving:`;
  switch (cause) {
    case "failure": {
      const of = label === undefined ? "" : ` for ${label}`;
      const text = `${failureWords(stage).what}${of}${afterFailure(stage)}${gateToo(stage)}`;
      return { lead: notMoving, text, ...since };
    }
    case "approval":
      return {
        lead: notMoving,
        text: `${approvalWords(stage, who)}${gateToo(stage)}`,
        ...approvalTimes(stage.actions),
      };
    case "gate":
      return gateAlone(stage, notMoving);
    case "rule":
      return { lead: `${stage.name} is being held:`, ...ruleWords(stage, who) };
    case "queue":
      return queueWords(stage);
    case "work":
      return workWords(stage, who);
    case "stopping":
      return { lead: `${stage.name} is stopping:`, text: stoppingWords(stage, who, facts) };
    case "stopped":
      return { lead: notMoving, text: `${who} was stopped here${because(stage, facts)}`, ...since };
    case "cancelled":
      return {
        text: `${who} was cancelled in ${stage.name}: the pipeline was changed while it ran`,
        ...since,
      };
    case "skipped":
    case "overridden":
      return { text: conditionOutcome(stage) };
    case "never":
      return { text: `Nothing has run in ${stage.name} yet` };
    case "rest":
      return {
        text: `${label ?? "The last execution"} went through ${stage.name}, and nothing waits here`,
        ...since,
      };
    default:
      return {
        text: `AWS reports “${stage.standing}” of ${stage.name}, a status this version does not know`,
        ...since,
      };
  }
}

function approvalWords({ actions }: StageState, who: string): string {
  const asking = actions.filter(({ standing }) => standing === "Approval").map(({ name }) => name);
  return `${who} waits for a person to answer ${asking.length === 0 ? "an approval" : nameList(asking)}`;
}

function approvalTimes(actions: readonly ActionState[]): Pick<Waiting, "since" | "until"> {
  const [first] = actions.flatMap(openApprovals).sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
  return first ? { since: first.askedAt, until: first.expiresAt } : {};
}

function gateAlone(stage: StageState, notMoving: string): Words {
  if (waitingTrains(stage).length > 0)
    return { lead: notMoving, text: `the ${gateWords(stage)}`, ...gateTimes(stage) };
  const { text, since } = heldAtGate(stage, []);
  return { text: `${text} Nobody stands in front of it`, ...(since !== undefined && { since }) };
}

/** A failure is not the end of it while the rules that decide on a rollback or a retry are evaluated. */
function afterFailure({ onFailure, failureResult }: StageState): string {
  if (onFailure?.standing !== "InProgress") return "";
  const names = onFailure.rules.filter(({ standing }) => standing === "InProgress").map(({ name }) => name);
  const rules =
    names.length === 0 ? "its rules" : `${names.length === 1 ? "rule" : "rules"} ${nameList(names)}`;
  const result = { ROLLBACK: "is rolled back", RETRY: "is retried" }[failureResult ?? onFailure.result ?? ""];
  return `; it ${result ?? "may go on"} by itself if ${rules} of the failure condition ${names.length === 1 ? "is" : "are"} met`;
}

/** With somebody in front of it a closed gate has its own sentence. */
function gateToo(stage: StageState): string {
  const told = stage.transition.enabled || waitingTrains(stage).length > 0;
  return told ? "" : `, and the gate into ${stage.name} is closed`;
}

function ruleWords(stage: StageState, who: string): Words {
  const open = openCondition(stage);
  const unsettled = open?.condition.rules.filter(({ standing }) => standing === "InProgress") ?? [];
  const names = unsettled.map(({ name }) => name);
  const what =
    names.length === 0
      ? `the ${open?.words ?? "entry"} condition is`
      : `${names.length === 1 ? "rule" : "rules"} ${nameList(names)} of the ${open?.words ?? "entry"} condition ${names.length === 1 ? "is" : "are"}`;
  const text = `${what} still being evaluated for ${who}${windowWords(unsettled)}`;
  return { text, ...ruleTimes(unsettled) };
}

/** When the last of the deployment windows opens that rules wait for. */
function windowWords(rules: ConditionState["rules"]): string {
  const last = rules
    .filter((rule): rule is typeof rule & { opensAt: Instant } => rule.opensAt !== undefined)
    .toSorted((a, b) => a.opensAt.localeCompare(b.opensAt))
    .at(-1);
  if (last === undefined) return "";
  const isTooLate = last.endsBy !== undefined && last.endsBy <= last.opensAt;
  return `; the window opens ${exactInstant(last.opensAt)}${isTooLate ? ", after AWS has given up on it" : ""}`;
}

function ruleTimes(rules: ConditionState["rules"]): Pick<Waiting, "since" | "until"> {
  const starts = rules.flatMap(({ changedAt }) => changedAt ?? []).sort();
  const ends = rules.map(({ endsBy }) => endsBy).sort();
  const until = ends.includes(undefined) ? undefined : ends.at(-1);
  return { ...(starts[0] !== undefined && { since: starts[0] }), ...(until !== undefined && { until }) };
}

function queueWords(stage: StageState): Words {
  const waiting = waitingTrains(stage).map(({ label }) => label);
  const lead = `${nameList(waiting)} ${waiting.length === 1 ? "waits" : "wait"} for ${stage.name}:`;
  const inside = stageLabel(stage);
  if (waiting.length === 0) return { text: `An execution waits for its turn in ${stage.name}` };
  const cause = causeAt(stage);
  const isInside = cause === "work" || cause === "rule" || cause === "stopping" || cause === "approval";
  if (!isInside || inside === undefined)
    return { lead, text: `the stage is free, so ${waiting[0]} enters next` };
  if (cause === "approval") return { lead, text: `it is occupied, ${approvalWords(stage, inside)}` };
  if (cause === "stopping") return { lead, text: `it is occupied by ${inside}, which is being stopped` };
  const { text, ...times } = cause === "rule" ? ruleWords(stage, inside) : workWords(stage, inside);
  return { lead, text: `it is occupied, ${text}`, ...times };
}

function workWords(stage: StageState, who: string): Words {
  const { names, times } = runningActions(stage.actions);
  const percent = stage.percentComplete === undefined ? "" : `, ${stage.percentComplete} %`;
  if (names.length === 0) return { text: `${who} is in ${stage.name}, between two actions${percent}` };
  const text = `${nameList(names)} ${names.length === 1 ? "runs" : "run"} for ${who} in ${stage.name}${percent}`;
  return { text, ...times };
}

function stoppingWords(stage: StageState, who: string, facts: Facts): string {
  const { names } = runningActions(stage.actions);
  const rest = names.length === 0 ? "" : `, and waits for ${nameList(names)} to end`;
  return `${who} is being stopped${because(stage, facts)}${rest}`;
}

/** Why somebody stopped the execution of a stage; AWS keeps no name with it. */
function because({ executionId }: StageState, { executions }: Facts): string {
  const why = firstLine(executions.find(({ id }) => id === executionId)?.stopReason);
  return why === undefined ? "" : `: ${why.replace(/\.$/, "")}`;
}

/** Who stands behind what holds the stage; a queue has said so already. */
function behind(waiting: readonly string[], cause: WaitingCause): string[] {
  if (waiting.length === 0 || cause === "queue") return [];
  return [`${nameList(waiting)} ${waiting.length === 1 ? "stands" : "stand"} behind it.`];
}

/** Which execution lost its place in front of this stage to one that is in sight. */
function replaced(stage: StageState, { executions }: Facts): string[] {
  const here = new Set([stage.executionId, ...waitingTrains(stage).map(({ executionId }) => executionId)]);
  for (const execution of executions) {
    if (execution.status !== "Superseded" || execution.stage !== stage.name) continue;
    const by = supersededBy(execution, executions);
    if (by === undefined || !here.has(by.id)) return [];
    const [lost, won] = [execution, by].map(({ id, revisions }) => executionLabel(id, revisions));
    return [`${lost} was superseded by ${won}.`];
  }
  return [];
}

function betweenWords({ executions }: Facts): string {
  const newest = executions.find(({ status }) => isInFlight(status));
  if (newest === undefined) return "An execution is on its way to the next stage.";
  return `${executionLabel(newest.id, newest.revisions)} is on its way to the next stage.`;
}
