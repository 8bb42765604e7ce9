import { statusWord } from "@/components/ui/status-word";
import type { Compared, ComparedRun, ExecutionComparison } from "@/lib/domain/compare-executions";
import { formatDuration, formatSpan } from "@/lib/domain/duration";
import { nameList } from "@/lib/domain/name-list";
import type { Revision } from "@/lib/domain/revision";
import type { ComparedRow } from "./comparison-table";

const NOTHING = "none";

/** Revisions and variables, by name. */
export function comparedSources({ revisions = [], variables = [] }: ExecutionComparison): ComparedRow[] {
  return [
    ...revisions.map(({ action, compareUrl, ...both }) => ({
      ...words(action, both, revisionWords),
      ...(compareUrl !== undefined && { href: compareUrl }),
    })),
    ...variables.map(({ name, hidden, ...both }) =>
      hidden ? hiddenRow(name, both) : words(name, both, (value) => value ?? NOTHING),
    ),
  ];
}

/** What is not known of both, and why; undefined when nothing is missing. */
export function comparisonGaps(comparison: ExecutionComparison): string | undefined {
  const { revisions, variables, pipelineVersion, executionMode, trigger, tookMs, stages, gaps } = comparison;
  const all = { revisions, variables, definition: pipelineVersion, mode: executionMode, trigger };
  const missing = Object.entries({ ...all, duration: tookMs, stages }).filter(
    ([, value]) => value === undefined,
  );
  if (missing.length === 0) return undefined;
  const { before, after } = comparison;
  const forgotten = [before, after].filter((side) => side.forgotten).map(({ label }) => label);
  return [
    `Not compared: ${missing.map(([name]) => name).join(", ")}.`,
    ...(forgotten.length > 0 ? [`AWS no longer keeps ${nameList(forgotten)}.`] : []),
    ...(gaps.length > 0 ? [`The role lacks ${gaps.join(", ")}.`] : []),
  ].join(" ");
}

/** What else they were. */
export function comparedFacts(comparison: ExecutionComparison): ComparedRow[] {
  const { pipelineVersion, executionMode, trigger, status, tookMs } = comparison;
  return [
    pipelineVersion && words("Definition", pipelineVersion, (version) => `version ${version}`),
    executionMode && words("Mode", executionMode, (mode) => mode.toLowerCase()),
    trigger && words("Trigger", trigger, (text) => text),
    words("Status", status, (standing) => statusWord(standing)),
    tookMs && words("Took in all", tookMs, formatSpan),
  ].filter((row) => row !== undefined);
}

/** Stages, and the actions of each that differ or are more than one. */
export function comparedStages({ stages = [] }: ExecutionComparison): ComparedRow[] {
  return stages.flatMap(({ stage, actions, ...both }) => [
    words(stage, both, runWords),
    ...actions.map(({ action, ...run }) => ({ ...words(action, run, runWords), name: action, within: true })),
  ]);
}

function words<Value>(
  name: string,
  { before, after, same }: Compared<Value>,
  say: (value: Value) => string,
): ComparedRow {
  const text = (value: Value | undefined) => (value === undefined ? NOTHING : say(value));
  return { name, left: text(before), right: text(after), same };
}

function hiddenRow(name: string, { same }: Compared<string | null>): ComparedRow {
  return { name, left: "hidden", right: same ? "hidden, the same" : "hidden, another", same };
}

function revisionWords({ shortId, summary }: Revision): string {
  return summary === undefined ? shortId : `${shortId} ${summary}`;
}

function runWords({ standing, durationMs, attempts, by, code }: ComparedRun): string {
  const parts = [
    standing === "Succeeded" && durationMs !== undefined ? undefined : statusWord(standing),
    durationMs === undefined ? undefined : formatDuration(durationMs),
    by,
    attempts > 1 ? `${attempts} attempts` : undefined,
    code,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}
