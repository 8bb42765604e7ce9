import type { QueryClient } from "@tanstack/react-query";
import type { LiveStanding, PipelineChange, Versions } from "@/lib/contract/live";
import type { PipelineList } from "@/lib/contract/pipeline";
import { pipelineQueries } from "../pipeline-queries";
import { learnServerNow } from "../server-now";
import { applyChanges } from "./apply-changes";
import { inBatches } from "./change-batches";
import { type ChangeLog, changesAfter, logged } from "./change-log";
import { covers } from "./covers";
import { followInbox } from "./inbox-changes";
import { askAgain, writeStanding } from "./live-pages";

/** Before a list that was still behind what is known here is asked for again. */
const BEHIND_MS = 1000;

/** What a page makes of the stream, whether it has the stream itself or is told by the page that has it. */
export interface LiveFeed {
  /** Where the cache stands: what a stream goes on from. Undefined while nothing is known. */
  known: () => Versions | undefined;
  /** What has happened after `known`, or after `base` where nobody here can tell from there on. */
  since: (known: Versions | undefined) => { base: Versions; changes: PipelineChange[] };
  /**
   * From here on all that comes after `base` will be told; without one, all that comes after the standing, and what is on
   * the page may be from before it.
   */
  begin: (standing: LiveStanding, base: Versions | undefined) => void;
  /** From here on all that comes after the standing will be told, and nobody can tell what came before. */
  beginAnew: (standing: LiveStanding) => void;
  /** Dealt with when the next frame is drawn, or a little later together with others. */
  change: (change: PipelineChange) => void;
  /** The same, at once. */
  changes: (changes: PipelineChange[]) => void;
  /** How things stand. Changes that wait for their turn keep waiting, so that no beat has them all drawn at once. */
  beat: (standing: LiveStanding) => void;
  /** Has all that is shown asked for again. */
  readAnew: () => void;
  stop: () => void;
}

export interface LiveFeedOwner {
  /** Hears of the changes as they are dealt with. */
  onBatch: (changes: PipelineChange[]) => void;
  /**
   * The list that came is older than what was heard goes back to. Whoever has the stream can have it go on from
   * `known` and says true: what is missing is a few changes, and the list is long. Otherwise it is read again.
   */
  onBehind: () => boolean;
}

/** Writes what the stream tells into the cache of queries: rows, freshness, and which pages must ask again. */
export function liveFeed(client: QueryClient, owner: LiveFeedOwner): LiveFeed {
  const { queryKey } = pipelineQueries.list();
  const inbox = followInbox(client);
  let log: ChangeLog = { base: {}, changes: [] };
  /** Up to where everything was heard; undefined before a beginning. */
  let versions: Versions | undefined;
  let behind: ReturnType<typeof setTimeout> | undefined;

  const listed = () => client.getQueryData<PipelineList>(queryKey);
  const readList = () => {
    // Nobody looks at it, and it must not go on from where it stands.
    client.removeQueries({ queryKey, type: "inactive" });
    void client.invalidateQueries({ queryKey });
  };
  const write = (changes: readonly PipelineChange[]) => {
    const list = listed();
    if (list === undefined || changes.length === 0) return;
    const next = applyChanges(list, changes);
    if (next === null) readList();
    else client.setQueryData(queryKey, next);
  };
  const deal = (changes: PipelineChange[]) => {
    log = logged(log, changes);
    versions = { ...versions };
    for (const { target, version } of changes) versions[target] = version;
    write(changes);
    askAgain(client, changes);
    inbox.heard(changes);
  };
  const batches = inBatches<PipelineChange>((changes) => {
    owner.onBatch(changes);
    deal(changes);
  });
  /** A list that was read may be older than what was heard meanwhile, or even than all that was ever heard here. */
  const stopWatching = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success" || event.action.manual) return;
    const list = event.query.queryKey[0] === queryKey[0] ? listed() : undefined;
    if (list === undefined || versions === undefined) return;
    const missed = changesAfter(log, list.versions);
    if (missed !== null) write(missed);
    else if (!owner.onBehind()) behind = setTimeout(readList, BEHIND_MS);
  });
  const beginAt = (base: Versions) => {
    batches.flush();
    log = { base, changes: [] };
    versions = { ...base };
  };
  const stands = (standing: LiveStanding) => {
    learnServerNow(standing.now);
    writeStanding(client, standing);
  };

  return {
    known: () => listed()?.versions ?? versions,
    since: (known) => {
      batches.flush();
      const changes = known === undefined ? null : changesAfter(log, known);
      return known !== undefined && changes !== null
        ? { base: known, changes }
        : { base: versions ?? {}, changes: [] };
    },
    begin: (standing, since) => {
      beginAt(since ?? standing.versions);
      const list = listed();
      if (list !== undefined && !covers(list.versions, log.base) && !owner.onBehind()) readList();
      if (since === undefined) askAgain(client, null);
      inbox.begun(standing.versions);
      stands(standing);
    },
    beginAnew: (standing) => {
      beginAt(standing.versions);
      stands(standing);
    },
    change: batches.add,
    changes: (changes) => {
      // Before it is known from where on they come, they may not be all there were.
      if (versions !== undefined) deal(changes);
    },
    beat: stands,
    readAnew: () => {
      readList();
      askAgain(client, null);
      inbox.anew();
    },
    stop: () => {
      inbox.stop();
      stopWatching();
      batches.stop();
      clearTimeout(behind);
    },
  };
}
