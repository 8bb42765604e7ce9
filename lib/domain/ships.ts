import { compareUrl } from "./compare-url";
import type { Instant } from "./instant";
import type { Revision } from "./revision";
import type { Standing } from "./standing";

/** An execution as far as it is known when asking what lies between two. */
export interface SeenExecution {
  id: string;
  startedAt?: Instant;
  /** STANDARD or ROLLBACK. */
  executionType: string;
  /** Whose revisions a rollback brought back. */
  rollbackOf?: string;
  revisions: readonly Revision[];
  /** Where it stands or ended. */
  standing: Standing;
  /** Stage it is in, waits in front of, or ended in, where known. */
  stage?: string;
}

/** A revision that would come or go, with the execution that brought it. */
export interface ShippedRevision {
  revision: Revision;
  executionId: string;
  standing: Standing;
  stage?: string;
}

/** What changes of one source. */
export interface ShippedSource {
  /** Name of the source action. */
  action: string;
  /** What is there now. */
  from?: Revision;
  /** What would be there. */
  to?: Revision;
  /** The revisions that executions tell of between the two, newest first: those that come, or those taken away. */
  revisions: ShippedRevision[];
  /** Page of the source that compares the two. */
  compareUrl?: string;
}

/** What would change in a stage when one execution goes where another went last. */
export interface SourceChanges {
  /** `forward`: revisions come; `back`: revisions are taken away; `none`: the same execution. */
  direction: "forward" | "back" | "none";
  sources: ShippedSource[];
}

/**
 * What would change per source when `to` goes where `from` went last, as far as executions tell: each revision that
 * executions between the two brought. What no execution brought, such as commits pushed together, is not among them.
 *
 * @param from undefined when nothing went there, as far as is known: then only what `to` carries is told
 * @param seen every execution known; those between the two count
 */
export function shipsOf(
  from: SeenExecution | undefined,
  to: SeenExecution,
  seen: readonly SeenExecution[],
): SourceChanges {
  const before = from && carried(from, seen);
  const after = carried(to, seen);
  const isBack = from !== undefined && startOf(after) < startOf(before ?? after);
  const [older, newer] = isBack ? [after, before ?? after] : [before, after];
  const between = seen
    .filter((one) => one.executionType !== "ROLLBACK" && isBetween(one, older, newer))
    .sort((a, b) => startOf(b).localeCompare(startOf(a)));
  const actions = [
    ...new Set([...after.revisions, ...(before?.revisions ?? [])].map(({ action }) => action)),
  ];
  return {
    direction: from?.id === to.id || before?.id === after.id ? "none" : isBack ? "back" : "forward",
    sources: actions.map((action) => sourceOf(action, { before, after, older, newer, between })),
  };
}

/** The execution whose revisions one carries: a rollback carries those of the one it brought back. */
function carried(execution: SeenExecution, seen: readonly SeenExecution[]): SeenExecution {
  if (execution.executionType !== "ROLLBACK") return execution;
  return seen.find(({ id }) => id === execution.rollbackOf) ?? execution;
}

interface Span {
  before?: SeenExecution;
  after: SeenExecution;
  older?: SeenExecution;
  newer: SeenExecution;
  between: readonly SeenExecution[];
}

function sourceOf(action: string, { before, after, older, newer, between }: Span): ShippedSource {
  const from = revisionOf(before, action);
  const to = revisionOf(after, action);
  const known = new Set([revisionOf(older, action)?.id]);
  const all = between.some(({ id }) => id === newer.id) ? between : [newer, ...between];
  // The oldest execution that brought a revision is the one that brought it.
  const brought = new Map<string, ShippedRevision>();
  for (const { id, standing, stage, revisions } of [...all].reverse()) {
    const revision = revisions.find((one) => one.action === action);
    if (!revision || known.has(revision.id)) continue;
    known.add(revision.id);
    brought.set(revision.id, { revision, executionId: id, standing, ...(stage !== undefined && { stage }) });
  }
  const compare = from?.id === to?.id ? undefined : compareUrl(from?.url, to?.url);
  return {
    action,
    ...(from && { from }),
    ...(to && { to }),
    revisions: from?.id === to?.id ? [] : [...brought.values()].reverse(),
    ...(compare !== undefined && { compareUrl: compare }),
  };
}

function isBetween(one: SeenExecution, older: SeenExecution | undefined, newer: SeenExecution): boolean {
  if (one.id === newer.id) return true;
  if (older === undefined || one.id === older.id) return false;
  return startOf(one) > startOf(older) && startOf(one) < startOf(newer);
}

function revisionOf(execution: SeenExecution | undefined, action: string): Revision | undefined {
  return execution?.revisions.find((revision) => revision.action === action);
}

function startOf({ startedAt }: SeenExecution): string {
  return startedAt ?? "";
}
