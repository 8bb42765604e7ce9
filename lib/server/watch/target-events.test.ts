import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import type { PipelineChange } from "@/lib/domain/live-change";
import { watchedWorld } from "../testing/watched-world";
import { ACCOUNT } from "../testing/watching";
import { EventFeed } from "./event-feed";
import type { TargetWatch } from "./target-watch";

const world = watchedWorld({ followsClock: false });
const feeds: EventFeed[] = [];
afterEach(async () => {
  await Promise.all(feeds.splice(0).map((feed) => feed.stop()));
});

/** A watch that has read everything, and hears of what its queue brings. */
async function withEvents(): Promise<{ watch: TargetWatch; changes: PipelineChange[] }> {
  const queueUrl = `${world.emulator.url}/${ACCOUNT}/codepipeline-events`;
  const watch = await world.watching.settled({ queueUrl });
  const changes: PipelineChange[] = [];
  watch.records.onChanges = (batch) => changes.push(...batch);
  const feed = new EventFeed(
    () => [watch.target],
    (_target, { pipeline, atMs }) => watch.hint(pipeline, atMs),
  );
  feeds.push(feed);
  feed.watches(watch.target, true);
  return { watch, changes };
}

async function revision(pipeline: string, action: string): Promise<void> {
  await world.emulator.control("POST", "/revisions", {
    account: ACCOUNT,
    region: "eu-west-1",
    pipeline,
    action,
  });
}

test("an event leads to a read at once, long before what rests is due", async () => {
  const { watch, changes } = await withEvents();
  const before = watch.records.get("ledger-core")?.readAt?.mono ?? Number.NaN;
  await revision("ledger-core", "ledger-repo");
  await vi.waitFor(() => expect(changes.map(({ name }) => name)).toContain("ledger-core"), {
    timeout: 10_000,
  });
  const after = watch.records.get("ledger-core")?.readAt?.mono ?? Number.NaN;
  expect(after - before).toBeGreaterThan(0);
  expect(watch.records.get("ledger-core")?.state?.row.running).toBeGreaterThan(0);
}, 60_000);

test("events that come twice or in another order leave what is known as AWS has it", async () => {
  // An hour ahead of ours, AWS refuses what we sign.
  onTestFinished(async () => void (await world.emulator.control("POST", "/reset", { world: "acme" })));
  const { watch } = await withEvents();
  await world.emulator.control("POST", "/faults", { kind: "duplicateEvents", rate: 0.5 });
  await world.emulator.control("POST", "/faults", { kind: "reorderEvents", rate: 0.5 });
  await revision("pricing-engine", "pricing-repo");
  await world.emulator.control("POST", "/clock", { advanceMs: 3_600_000 });
  const fresh = await world.watching.settled();
  const told = (of: TargetWatch) => of.rows().map(({ name, status }) => [name, status]);
  await vi.waitFor(() => expect(told(watch)).toEqual(told(fresh)), { timeout: 30_000 });
}, 60_000);

test("an event of long before the last read tells nothing new", async () => {
  // Without a feed, which would ask for credentials of its own meanwhile.
  const watch = await world.watching.settled();
  const readAt = watch.records.get("gift-cards")?.readAt;
  expect(readAt?.ms).toBeGreaterThan(0);
  const cost = await world.watching.cost(async () => watch.hint("gift-cards", (readAt?.ms ?? 0) - 61_000));
  expect(cost).toEqual({});
  expect(watch.records.get("gift-cards")?.readAt).toBe(readAt);
});

test("with events that come, a large target is read less often; without the queue's answers as before", async () => {
  const { watch } = await withEvents();
  expect(watch.eventsReliable()).toBe(false);
  const answered = world.watching.watchOf({}, () => performance.now());
  answered.hint("orders-api");
  expect(answered.eventsReliable()).toBe(true);
});
