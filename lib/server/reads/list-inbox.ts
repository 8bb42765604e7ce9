import "server-only";
import type { InboxCount, InboxItem, InboxList } from "@/lib/contract/inbox";
import { inboxCut } from "@/lib/domain/inbox-cut";
import { type InboxItem as Fact, verbOf } from "@/lib/domain/inbox-item";
import { inboxItems } from "@/lib/domain/inbox-items";
import { inboxOrder } from "@/lib/domain/inbox-order";
import type { Person } from "@/lib/domain/person";
import type { PipelineRow } from "@/lib/domain/pipeline";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Viewer } from "@/lib/domain/viewer";
import { keptAnswers } from "../auth/kept-answers";
import { viewerOf } from "../auth/viewer";
import { now, nowInstant } from "../clock";
import { versionTag } from "../http/entity-tag";
import type { PipelineRecord } from "../watch/pipeline-record";
import { seenFreshness, seenRecords } from "../watch/seen-records";
import type { TargetWatch } from "../watch/target-watch";
import { targetWatches } from "../watch/target-watches";

const PATIENCE_MS = 2500;
/** More than anybody goes through; the counts are of all. */
const MOST_ITEMS = 300;
const MOST_NAMED = 200;

/** What a state holds for the inbox; a state that was read is not changed. */
const found = new WeakMap<PipelineState, readonly Fact[]>();
/** The same of what a viewer sees of a target, as long as nothing there changes. */
const seen = new WeakMap<readonly PipelineRecord[], { version: number; facts: readonly Fact[] }>();

/**
 * All that needs a person in the pipelines that somebody may see, worst first, each with whether they may settle it. Made
 * from what is known; a slow target delays nothing. Of very many, what they may settle goes before what is worse.
 *
 * @param patienceMs how long to wait for what was never read, or not for a while, before answering with what is known
 * @param most items of which no more are listed
 */
export async function listInbox(
  person: Person,
  patienceMs = PATIENCE_MS,
  most = MOST_ITEMS,
): Promise<InboxList> {
  const viewer = viewerOf(person);
  const watches = seenWatches(viewer);
  await Promise.all(watches.map((watch) => watch.settled(patienceMs)));
  const { items: all, mine } = inboxOf(person, watches);
  const items = [...inboxCut(all, most)];
  const leftOut = all.length - items.length;
  return {
    items,
    ...(leftOut > 0 && { leftOut }),
    rows: rowsOf(viewer, watches, items),
    counts: { mine: mine.length, all: all.filter(({ byItself }) => !byItself).length },
    freshness: Object.fromEntries(
      watches.map((watch) => [watch.target.id, seenFreshness(viewer, watch, watch.freshness())]),
    ),
    versions: versionsOf(watches),
    now: nowInstant(),
  };
}

/** The entity tag of an inbox: versions tell of what there is, the answers what may be done about it. */
export function tagOfInbox({ versions, items }: InboxList, viewer: Viewer): string {
  const answers = items.map(({ id, may }) => [id, may]);
  return versionTag(`${viewer.key}.${JSON.stringify([versions, answers])}`);
}

/** How much of it there is, and what they may settle by name. Waits for nothing, and asks for nothing to be read. */
export function countInbox(person: Person): InboxCount {
  const watches = seenWatches(viewerOf(person));
  const { items, mine } = inboxOf(person, watches);
  return {
    counts: { mine: mine.length, all: items.filter(({ byItself }) => !byItself).length },
    mine: mine
      .slice(0, MOST_NAMED)
      .map(({ id, title, target, pipeline }) => ({ id, title, target, pipeline })),
    versions: versionsOf(watches),
    now: nowInstant(),
  };
}

/** The entity tag of a count. */
export function tagOfCount({ versions, counts, mine }: InboxCount, viewer: Viewer): string {
  return versionTag(`${viewer.key}.${JSON.stringify([versions, counts, mine])}`);
}

function versionsOf(watches: readonly TargetWatch[]): InboxList["versions"] {
  return Object.fromEntries(watches.map((watch) => [watch.target.id, watch.records.version]));
}

function seenWatches(viewer: Viewer): TargetWatch[] {
  return targetWatches().filter(({ target }) => viewer.seesTarget(target.id));
}

function inboxOf(person: Person, watches: readonly TargetWatch[]): { items: InboxItem[]; mine: InboxItem[] } {
  const viewer = viewerOf(person);
  const may = keptAnswers(person);
  const facts = watches.flatMap((watch) => factsOf(viewer, watch));
  const items = inboxOrder(facts, now()).map((fact) => ({ ...fact, may: may(verbOf(fact), fact) }));
  return { items, mine: items.filter(({ may: { allowed }, byItself }) => allowed && !byItself) };
}

function factsOf(viewer: Viewer, watch: TargetWatch): readonly Fact[] {
  const records = seenRecords(viewer, watch);
  const { version } = watch.records;
  const known = seen.get(records);
  if (known?.version === version) return known.facts;
  const facts = records.flatMap(({ state }) => (state ? itemsOf(state) : []));
  seen.set(records, { version, facts });
  return facts;
}

function itemsOf(state: PipelineState): readonly Fact[] {
  const known = found.get(state);
  if (known) return known;
  const items = inboxItems(state);
  found.set(state, items);
  return items;
}

function rowsOf(viewer: Viewer, watches: readonly TargetWatch[], items: readonly InboxItem[]): PipelineRow[] {
  const wanted = new Set(items.map(({ target, pipeline }) => `${target}/${pipeline}`));
  return watches.flatMap((watch) =>
    watch.rows(seenRecords(viewer, watch).filter(({ name }) => wanted.has(`${watch.target.id}/${name}`))),
  );
}
