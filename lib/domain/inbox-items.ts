import { executionLabel } from "./execution-label";
import { failureWords } from "./failure-words";
import { firstLine } from "./first-line";
import { RESUMES_WITHIN_MS, resumesUntil } from "./gate-deadline";
import type { InboxItem, InboxKind } from "./inbox-item";
import { nameList } from "./name-list";
import { openApprovals } from "./open-approvals";
import { waitingBefore } from "./parallel-gate";
import type { ActionState, ConditionState, OpenApproval, PipelineState, StageState } from "./pipeline-state";
import type { Revision } from "./revision";
import { destinationOf } from "./stage-ships";
import { stageLabel, waitingTrains } from "./station";
import { OVERRIDABLE, type Overridable, stoppedBy } from "./stopped-by";
import { whyNotOverride } from "./why-not-override";

const WORDS: Readonly<Record<Overridable, string>> = {
  BEFORE_ENTRY: "Before entry of",
  ON_SUCCESS: "On success of",
};

/**
 * What of a pipeline needs a person, in the order of its stages. Per stage: every open approval; its failure, unless a
 * condition stopped it, which is overridden and not retried; a condition AWS would let somebody override, while it is
 * still asked as one that may settle by itself; and its closed gate when somebody waits in front of it. In PARALLEL mode
 * executions are independent, so only the newest counts as a failure; where no stage shows it, it comes last.
 */
export function inboxItems(state: PipelineState): InboxItem[] {
  const items = state.stages.flatMap((stage) => [
    ...failureOf(state, stage),
    ...stage.actions.flatMap((action) => approvalsOf(state, stage, action)),
    ...conditionsOf(state, stage),
    ...gateOf(state, stage),
  ]);
  return [...items, ...unshownFailure(state, items)];
}

function failureOf(state: PipelineState, stage: StageState): InboxItem[] {
  const { standing, name } = stage;
  if (standing !== "Failed" && standing !== "Errored") return [];
  if (stoppedBy(stage) !== undefined) return [];
  const parallel = state.row.executionMode === "PARALLEL";
  const newest = parallel ? newestOf(state) : undefined;
  if (parallel && (newest?.status !== "Failed" || newest.id !== stage.executionId)) return [];
  const { what, why } = failureWords(stage);
  const behind = waitingTrains(stage).length;
  return [
    {
      ...itemOf(state, stage, "failure", stage.executionId ?? ""),
      executionId: stage.executionId,
      label: stageLabel(stage),
      standing,
      title: capital(`${what} in ${name}`),
      text: oneLine(why ?? "AWS gives no reason", behindWords(stage)),
      since: stage.changedAt,
      behind,
    },
  ];
}

/**
 * The newest execution of a PARALLEL pipeline when it failed and no stage shows that: a stage tells of the actions of one
 * execution, and of no condition that stopped one.
 */
function unshownFailure(state: PipelineState, items: readonly InboxItem[]): InboxItem[] {
  const newest = state.row.executionMode === "PARALLEL" ? newestOf(state) : undefined;
  const stage = state.stages.find(({ name }) => name === newest?.stage);
  if (newest?.status !== "Failed" || stage === undefined) return [];
  const isShown = ({ kind, executionId }: InboxItem) =>
    (kind === "failure" || kind === "condition") && executionId === newest.id;
  if (items.some(isShown)) return [];
  const label = executionLabel(newest.id, newest.revisions);
  const summary = newest.revisions[0]?.summary;
  return [
    {
      ...itemOf(state, stage, "failure", newest.id),
      executionId: newest.id,
      label,
      standing: "Failed",
      title: `${label} failed in ${stage.name}`,
      text: summary === undefined ? "Its own page says why" : oneLine(summary, "its own page says why"),
      since: newest.updatedAt,
      behind: 0,
      ownPage: true,
    },
  ];
}

function approvalsOf(state: PipelineState, stage: StageState, action: ActionState): InboxItem[] {
  return openApprovals(action).map((approval) => {
    const { executionId, askedAt, expiresAt, timeoutMs } = approval;
    const revisions = revisionsOf(state, stage, executionId);
    const label = executionLabel(executionId, revisions);
    return {
      ...itemOf(state, stage, "approval", action.name, executionId),
      action: action.name,
      executionId,
      label,
      standing: "Approval",
      title: `Approve ${label} for ${destinationOf(state.stages, stage).name}`,
      text: approvalText(approval, revisions, stage),
      since: askedAt,
      deadlineAt: expiresAt,
      totalMs: timeoutMs,
      behind: waitingTrains(stage).length,
    };
  });
}

function conditionsOf(state: PipelineState, stage: StageState): InboxItem[] {
  if (stage.executionId === undefined) return [];
  const stopped = stoppedBy(stage)?.state;
  return OVERRIDABLE.flatMap(({ condition, member }) => {
    const found = stage[member];
    const words = WORDS[condition];
    const asked = found?.standing === "InProgress" && stage.standing === "InProgress";
    if (found === undefined || whyNotOverride(found) !== undefined) return [];
    if (!asked && found !== stopped) return [];
    const rule = asked ? undefined : failureWords(stage);
    const title = rule
      ? capital(`${rule.what} for ${stage.name}`)
      : `${words} ${stage.name} is still being asked`;
    const why = rule ? rule.why : `Waits for ${nameList(unsettled(found))}`;
    return [
      {
        ...itemOf(state, stage, "condition", condition, stage.executionId ?? ""),
        condition,
        executionId: stage.executionId,
        label: stageLabel(stage),
        standing: found.standing,
        title,
        text: oneLine(
          rule ? `${words} ${stage.name}: ${why ?? "no reason is given"}` : why,
          behindWords(stage),
        ),
        since: found.changedAt ?? stage.changedAt,
        behind: waitingTrains(stage).length,
        ...(asked && { byItself: true as const }),
      },
    ];
  });
}

function gateOf(state: PipelineState, stage: StageState): InboxItem[] {
  const { enabled, changedAt, changedBy, reason } = stage.transition;
  const waiting = waitingBefore(stage, state);
  const [next] = waiting;
  if (enabled || next === undefined) return [];
  const who = [changedBy, firstLine(reason)].filter((part) => part !== undefined && part !== "").join(": ");
  const queue = `${nameList(waiting.map(({ label }) => label))} ${waiting.length === 1 ? "waits" : "wait"}`;
  return [
    {
      ...itemOf(state, stage, "gate", changedAt ?? ""),
      executionId: next.executionId,
      label: next.label,
      standing: "ClosedGate",
      title: `Gate into ${stage.name} is closed`,
      text: oneLine(who, queue),
      since: changedAt,
      behind: waiting.length,
      ...(changedAt !== undefined && {
        deadlineAt: resumesUntil(changedAt),
        totalMs: RESUMES_WITHIN_MS,
      }),
    },
  ];
}

function itemOf(state: PipelineState, stage: StageState, kind: InboxKind, ...more: string[]) {
  const { target, name } = state.row;
  const id = [kind, target, name, stage.name, ...more].join("/");
  return { id, kind, target, pipeline: name, stage: stage.name };
}

function newestOf({ onTheLine, finishedLast }: PipelineState) {
  return [...onTheLine, ...finishedLast].sort((a, b) =>
    (b.startedAt ?? "").localeCompare(a.startedAt ?? ""),
  )[0];
}

function revisionsOf(
  { onTheLine, finishedLast }: PipelineState,
  stage: StageState,
  executionId: string,
): readonly Revision[] {
  const known = [...onTheLine, ...finishedLast].find(({ id }) => id === executionId);
  if (known) return known.revisions;
  return stage.executionId === executionId && stage.revision ? [stage.revision] : [];
}

function approvalText({ question }: OpenApproval, revisions: readonly Revision[], stage: StageState): string {
  const [first] = revisions;
  const author = first?.author === undefined ? "" : `, ${first.author}`;
  const what = first?.summary === undefined ? firstLine(question) : `${first.summary}${author}`;
  return oneLine(what, behindWords(stage));
}

/** Two facts as one line; a full stop in the middle would end it. */
function oneLine(what: string | undefined, more: string | undefined): string {
  if (more === undefined) return what ?? "";
  return what === undefined || what === "" ? more : `${what.replace(/\.$/, "")}; ${more}`;
}

function behindWords(stage: StageState): string | undefined {
  const labels = waitingTrains(stage).map(({ label }) => label);
  if (labels.length === 0) return undefined;
  return `${nameList(labels)} ${labels.length === 1 ? "is" : "are"} right behind`;
}

function unsettled({ rules }: ConditionState): string[] {
  const open = rules.filter(({ standing }) => standing === "InProgress" || standing === "NotYetRun");
  return (open.length > 0 ? open : rules).map(({ name }) => name);
}

function capital(text: string): string {
  return /^(rule|the) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
