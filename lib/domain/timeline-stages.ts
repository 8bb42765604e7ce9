import { worstOf } from "./attention";
import type { ActionRun, RuleRun, TimelineStage } from "./execution-detail";
import { isInFlight } from "./in-flight";
import type { Instant } from "./instant";
import { markOverridden } from "./overridden-rules";
import type { StageState } from "./pipeline-state";
import type { Standing } from "./standing";
import { stageLabel } from "./station";
import { entryWaits, personWaits } from "./timeline-waits";

/** What one execution did, and the line as it stands now. */
export interface TimelineFacts {
  executionId: string;
  /** AWS's status of the execution. */
  status: string;
  /** When it ended, as far as it has. */
  endedAt?: Instant;
  /** The line now, in the order of the declaration. */
  stages: readonly StageState[];
  actions: ReadonlyArray<{ stage: string; run: ActionRun }>;
  rules: ReadonlyArray<{ stage: string; run: RuleRun }>;
}

/**
 * The stages of one execution in the order of the declaration, each with its runs by start and where it waited. A stage
 * it went through that is no longer declared stands behind the one it entered before.
 */
export function toTimelineStages(facts: TimelineFacts): TimelineStage[] {
  const names = stageNames(facts);
  const rules = markOverridden(names, facts);
  const all = names.map((name) => withoutWaits(name, { ...facts, rules }));
  const furthest = all.findLastIndex((stage) => stage.startedAt !== undefined);
  return all.map((stage, index) => {
    const before = all
      .slice(0, index)
      .flatMap((earlier) => earlier.endedAt ?? [])
      .sort()
      .at(-1);
    const previous = all.slice(0, index).findLast((earlier) => earlier.startedAt !== undefined);
    const last = index === furthest + 1 ? all[furthest] : undefined;
    return {
      ...stage,
      waits: [...entryWaits(stage, { before, last, previous, facts }), ...personWaits(stage.actions)],
    };
  });
}

function stageNames({ stages, actions, rules }: TimelineFacts): string[] {
  const names = stages.map((stage) => stage.name);
  const ran = [...actions, ...rules].sort((a, b) =>
    (a.run.startedAt ?? "").localeCompare(b.run.startedAt ?? ""),
  );
  let previous = -1;
  for (const { stage } of ran) {
    const known = names.indexOf(stage);
    if (known >= 0) {
      previous = known;
      continue;
    }
    previous += 1;
    names.splice(previous, 0, stage);
  }
  return names;
}

function withoutWaits(name: string, facts: TimelineFacts): TimelineStage {
  const line = facts.stages.find((stage) => stage.name === name);
  const actions = facts.actions.filter((one) => one.stage === name).map((one) => one.run);
  const rules = facts.rules.filter((one) => one.stage === name).map((one) => one.run);
  const runs = [...actions, ...rules];
  const starts = runs.flatMap((run) => run.startedAt ?? []).sort();
  const ends = runs.flatMap((run) => run.endedAt ?? []).sort();
  const goesOn = runs.some((run) => run.status === "InProgress");
  const ran = new Set(actions.map((action) => action.name));
  return {
    name,
    standing: stageStandingOf(facts, line, actions, rules),
    retry: line?.executionId === facts.executionId ? line.retry : undefined,
    startedAt: starts[0],
    endedAt: goesOn ? undefined : ends.at(-1),
    waits: [],
    actions,
    rules,
    now: starts.length > 0 ? holder(line, facts.executionId) : undefined,
    pending: (line?.actions ?? [])
      .filter((action) => !ran.has(action.name))
      .map(({ name: action, runOrder, category, provider }) => ({
        name: action,
        runOrder,
        category,
        provider,
      })),
  };
}

function holder(line: StageState | undefined, executionId: string): TimelineStage["now"] {
  const label = line && stageLabel(line);
  if (line?.executionId === undefined || line.executionId === executionId || label === undefined)
    return undefined;
  return { executionId: line.executionId, label };
}

function stageStandingOf(
  { executionId, status }: TimelineFacts,
  line: StageState | undefined,
  actions: readonly ActionRun[],
  rules: readonly RuleRun[],
): Standing {
  if (line?.executionId === executionId) return line.standing;
  if (isInFlight(status) && line?.inbound.some((waiting) => waiting.executionId === executionId)) {
    return line.transition.enabled ? "Queued" : "ClosedGate";
  }
  if (actions.length === 0 && rules.length === 0) return "NotYetRun";
  if (actions.length === 0) return entryStanding(line, latest(rules));
  const standings: Standing[] = latest(actions).map((run) =>
    run.standing === "Abandoned" ? "Stopped" : run.standing,
  );
  for (const rule of latest(rules)) {
    if (rule.standing === "InProgress") standings.push("InProgress");
    if (rule.standing === "Failed" && rule.condition === "onSuccess" && !rule.overridden)
      standings.push("Failed");
  }
  const worst = worstOf(standings) ?? "NotYetRun";
  return worst === "Succeeded" && rules.some((rule) => rule.overridden) ? "Overridden" : worst;
}

/** A stage whose entry rules ran and whose actions did not. */
function entryStanding(line: StageState | undefined, rules: readonly RuleRun[]): Standing {
  const worst = worstOf(rules.map((rule) => rule.standing)) ?? "NotYetRun";
  if (worst === "Failed" && line?.beforeEntry?.result === "SKIP") return "Skipped";
  return worst === "Abandoned" ? "Stopped" : worst;
}

/** The last attempt of each, by name; attempts come in order. */
function latest<Run extends { name: string }>(runs: readonly Run[]): Run[] {
  return [...new Map(runs.map((run) => [run.name, run])).values()];
}
