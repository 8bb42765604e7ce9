import type { Query, QueryClient } from "@tanstack/react-query";
import type { LiveStanding, PipelineChange } from "@/lib/contract/live";
import type { Target, TargetList } from "@/lib/contract/target";
import type { Freshness } from "@/lib/domain/freshness";
import { inboxQueries } from "../inbox-queries";
import { pipelineQueries } from "../pipeline-queries";
import { targetQueries } from "../target-queries";

/** Queries about one pipeline, which their key names after the kind: `[kind, target, pipeline, …]`. */
const OF_A_PIPELINE = new Set(["pipeline-state", "execution", "executions-newest", "executions-in-sight"]);
/** Those whose reply tells its freshness beside what it holds, and is none the worse for a later one. */
const WITH_FRESHNESS = new Set(["pipeline-state", "execution"]);

/** What every reply of ours carries beside its data. */
interface Reply {
  freshness: Freshness;
  now: string;
  version?: number;
}

/** Has what is on the page about these pipelines asked for again at once; null is all pipelines. */
export function askAgain(client: QueryClient, changes: readonly PipelineChange[] | null): void {
  const latest = changes && new Map(changes.map((it) => [`${it.target}/${it.name}`, it.version]));
  for (const query of client.getQueryCache().findAll({ type: "active" })) {
    const [kind, target, pipeline] = query.queryKey;
    if (!OF_A_PIPELINE.has(String(kind))) continue;
    const version = latest?.get(`${target}/${pipeline}`);
    if (latest === null || version !== undefined) void askFor(client, query, version);
  }
}

/**
 * Has a query ask again unless it knows of the version. Its very first question is not asked twice: what is answered to it
 * is looked at.
 */
async function askFor(client: QueryClient, query: Query, version: number | undefined): Promise<void> {
  if (query.state.data === undefined) await query.promise?.catch(() => undefined);
  if (version !== undefined && knows(query.state.data, version)) return;
  await client.invalidateQueries({ queryKey: query.queryKey, exact: true });
}

/** Writes how far every target is to be trusted, and that the server said so just now. */
export function writeStanding(client: QueryClient, { now, freshness }: LiveStanding): void {
  client.setQueryData(pipelineQueries.list().queryKey, (list) => list && { ...list, now, freshness });
  client.setQueryData(inboxQueries.list().queryKey, (list) => list && { ...list, now, freshness });
  client.setQueryData<TargetList>(
    targetQueries.list().queryKey,
    (list) =>
      list && { ...list, now, freshness, items: list.items.map((item) => withFreshness(item, freshness)) },
  );
  for (const { queryKey, state } of client.getQueryCache().findAll({ type: "active" })) {
    const [kind, target] = queryKey;
    if (!WITH_FRESHNESS.has(String(kind)) || state.status !== "success") continue;
    const of = freshness[String(target)];
    client.setQueryData<Reply>(queryKey, (reply) => reply && { ...reply, now, freshness: told(reply, of) });
    const own = client.getQueryData<Reply>(queryKey)?.freshness;
    if (of && own && inTrouble(own) && !inTrouble(of))
      void client.invalidateQueries({ queryKey, exact: true });
  }
}

/**
 * How fresh a page of one pipeline is when its target stands so. What it suffers from while its target does not is its
 * own, or over: that is asked for again, and stays until then.
 */
function told({ freshness: own }: Reply, of: Freshness | undefined): Freshness {
  if (of === undefined || (inTrouble(own) && !inTrouble(of))) return own;
  if (own.asOf === null) return of;
  // All of the target was read since, and the page would have heard of a change.
  const asOf = of.asOf !== null && of.asOf > own.asOf ? of.asOf : own.asOf;
  return inTrouble(of) ? { ...of, asOf } : { kind: "live", asOf };
}

function inTrouble({ kind }: Freshness): boolean {
  return kind !== "live" && kind !== "catching-up";
}

function withFreshness(target: Target, freshness: Record<string, Freshness>): Target {
  return { ...target, freshness: freshness[target.id] ?? target.freshness };
}

function knows(data: unknown, version: number): boolean {
  return (
    typeof data === "object" &&
    data !== null &&
    "version" in data &&
    typeof data.version === "number" &&
    data.version >= version
  );
}
