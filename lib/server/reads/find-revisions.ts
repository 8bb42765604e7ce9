import "server-only";
import type { FoundRevision, RevisionPlace, RevisionsReply } from "@/lib/contract/revisions";
import type { Freshness } from "@/lib/domain/freshness";
import { executionWords } from "@/lib/domain/history-filter";
import type { Revision } from "@/lib/domain/revision";
import { askedWords } from "@/lib/domain/search-words";
import type { Viewer } from "@/lib/domain/viewer";
import { traceRevision } from "@/lib/domain/where-is";
import { now, nowInstant } from "../clock";
import type { PipelinePlace } from "../store/executions";
import {
  countIndexed,
  findAnywhere,
  type PlacedExecution,
  type Places,
  someUnread,
} from "../store/find-anywhere";
import type { PipelineRecord } from "../watch/pipeline-record";
import { seenFreshness, seenRecords } from "../watch/seen-records";
import { withinTarget } from "../watch/snapshot";
import type { TargetWatch } from "../watch/target-watch";
import { targetWatches } from "../watch/target-watches";
import { keptRows } from "./kept-history";

/** Executions that one question finds at most, and the revisions that are shown of them. */
const MOST_FOUND = 400;
const MOST_REVISIONS = 25;

interface SeenPipeline {
  watch: TargetWatch;
  /** Of the target. */
  ofTarget: Freshness;
  record: PipelineRecord;
}

/**
 * Every pipeline that a commit, a message, a ticket or a person's change reached, and how far, out of the pipelines that a
 * viewer may see. What moves is as the pipelines stand now. Throws `store.unavailable`.
 */
export async function findRevisions(viewer: Viewer, question: string): Promise<RevisionsReply> {
  const watches = targetWatches().filter(({ target }) => viewer.seesTarget(target.id));
  const seen = new Map<string, SeenPipeline>();
  for (const watch of watches) {
    const ofTarget = watch.freshness();
    for (const record of seenRecords(viewer, watch))
      seen.set(keyOf(watch.target.id, record.name), { watch, ofTarget, record });
  }
  const places: Places = viewer.seesAll
    ? { targets: watches.map(({ target }) => target.id) }
    : {
        pipelines: [...seen.values()].map(({ watch, record }) => ({
          target: watch.target.id,
          pipeline: record.name,
        })),
      };
  const [found, known, unread] = await Promise.all([
    findAnywhere(question, places, MOST_FOUND + 1),
    countIndexed(places),
    someUnread(places),
  ]);
  // A pipeline that is gone leads nowhere, and of it no more can be read.
  const isSeen = ({ target, pipeline }: PipelinePlace) => seen.has(keyOf(target, pipeline));
  const there = found.filter(isSeen);
  const revisions = byRevision(question, there.slice(0, MOST_FOUND));
  return {
    items: revisions.slice(0, MOST_REVISIONS).map((group) => toFound(viewer, group, seen)),
    more: found.length > MOST_FOUND || revisions.length > MOST_REVISIONS,
    indexed: { known: Math.min(known, seen.size), of: seen.size, unread: unread.some(isSeen) },
    now: nowInstant(),
  };
}

interface Group {
  key: string;
  revision: Revision | undefined;
  executions: PlacedExecution[];
}

/** Newest first, by the newest execution that carries each. */
function byRevision(question: string, found: readonly PlacedExecution[]): Group[] {
  const asked = askedWords(question);
  const groups = new Map<string, Group>();
  for (const placed of found) {
    const { revisions, id } = placed.execution;
    const meant = revisions.filter((revision) => isMeant(asked, revision));
    // By what stands deeper in a message, or is of the execution: which revision has it is not known.
    const shown = meant.length > 0 ? meant : revisions;
    for (const revision of shown.length > 0 ? shown : [undefined]) {
      const key = revision?.id ?? `execution ${id}`;
      const group = groups.get(key) ?? { key, revision, executions: [] };
      group.executions.push(placed);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** Whether words that are asked for are those of this revision, and not of another in the same execution. */
function isMeant(asked: readonly string[], revision: Revision): boolean {
  const words = executionWords({ id: "", status: "", revisions: [revision] });
  return asked.every((word) => words.some((one) => one.startsWith(word)));
}

function toFound(
  viewer: Viewer,
  { key, revision, executions }: Group,
  seen: ReadonlyMap<string, SeenPipeline>,
): FoundRevision {
  const byPipeline = new Map<string, PlacedExecution[]>();
  for (const placed of executions) {
    const place = keyOf(placed.target, placed.pipeline);
    byPipeline.set(place, [...(byPipeline.get(place) ?? []), placed]);
  }
  const startedAt = executions[0]?.execution.startedAt;
  return {
    key,
    ...(revision && { revision }),
    ...(startedAt !== undefined && { startedAt }),
    places: [...byPipeline].flatMap(([place, carried]) => {
      const pipeline = seen.get(place);
      return pipeline ? toPlace(viewer, pipeline, carried, revision?.id) : [];
    }),
  };
}

function toPlace(
  viewer: Viewer,
  { watch, ofTarget, record }: SeenPipeline,
  carried: readonly PlacedExecution[],
  revisionId: string | undefined,
): RevisionPlace[] {
  const stages = record.state?.stages ?? [];
  // What moves is known better by the pipeline's own picture, above all where executions run side by side.
  const { onTheLine = [], finishedLast = [] } = record.state ?? {};
  const live = new Map([...onTheLine, ...finishedLast].map((one) => [one.id, one]));
  const rows = keptRows(carried, stages).map((row) => live.get(row.id) ?? row);
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const ends = new Map(carried.map(({ execution, ended }) => [execution.id, ended]));
  const trace = traceRevision([first, ...others], stages, revisionId, (id, stage) =>
    ends.get(id)?.get(stage),
  );
  return [
    {
      target: watch.target.id,
      pipeline: record.name,
      ...trace,
      others: others.length,
      freshness: seenFreshness(viewer, watch, withinTarget(ofTarget, watch.freshnessOf(record), now())),
    },
  ];
}

function keyOf(target: string, pipeline: string): string {
  return `${target}/${pipeline}`;
}
