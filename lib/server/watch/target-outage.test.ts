import { describe, expect, test, vi } from "vitest";
import { withUrgency } from "../aws/urgency";
import { now } from "../clock";
import { getPipeline } from "../codepipeline/get-pipeline";
import { listTagsForResource } from "../codepipeline/list-tags-for-resource";
import { watchedWorld } from "../testing/watched-world";
import type { TargetWatch } from "./target-watch";

const world = watchedWorld();

const { fault } = world;

/** Asks until the target is in trouble of this kind. */
async function inTrouble(watch: TargetWatch, kind: string): Promise<void> {
  await vi.waitFor(
    async () => {
      await watch.readNow("checkout-web");
      expect(watch.freshness().kind).toBe(kind);
    },
    { timeout: 10_000, interval: 10 },
  );
}

const DEAD: Array<[string, object]> = [
  ["error500", {}],
  ["malformed", {}],
  ["reset", {}],
];

describe.each(DEAD)("a target that answers %s", (kind, facts) => {
  test("is asked nothing while it is left alone, by whoever looks, and works again by itself", async () => {
    const watch = await world.watching.settled();
    await watch.state("checkout-web");
    await fault(kind, facts);
    await inTrouble(watch, "unreachable");
    const asked = await world.watching.cost(async () => {
      const looks = watch.names().map((name) => watch.state(name).catch(() => undefined));
      const details = watch.names().map((name) => getPipeline(watch.target, name).catch(() => undefined));
      await Promise.all([...looks, ...details]);
    });
    // One try may have been due, with the calls that go along with it.
    expect(total(asked)).toBeLessThanOrEqual(3);
    const freshness = watch.freshness();
    expect(freshness).toMatchObject({
      kind: "unreachable",
      since: expect.any(String),
      tries: expect.any(Number),
    });
    await world.emulator.control("DELETE", "/faults");
    await vi.waitFor(() => expect(watch.freshness().kind).toBe("live"), { timeout: 14_000, interval: 50 });
  });
});

test("tries of a target that is gone come ever more seldom, and nothing is sent between them", async () => {
  const watch = await world.watching.settled();
  await fault("unavailable503");
  await inTrouble(watch, "unreachable");
  // The emulated clock stands still, so what is left until the next try is all of its wait.
  const waitsMs: number[] = [];
  const sent = await world.watching.cost(() =>
    vi.waitFor(
      () => {
        const freshness = watch.freshness();
        if (freshness.kind !== "unreachable") throw new Error(`the target is ${freshness.kind}`);
        const waitMs = Date.parse(freshness.nextTryAt) - now();
        if (waitMs !== waitsMs.at(-1)) waitsMs.push(waitMs);
        expect(waitsMs.length).toBeGreaterThanOrEqual(4);
      },
      { timeout: 25_000, interval: 20 },
    ),
  );
  // Twice as long each time, a quarter more or less.
  for (const [index, waitMs] of waitsMs.slice(1).entries())
    expect(waitMs).toBeGreaterThan(1.1 * (waitsMs[index] ?? Number.NaN));
  expect(total(sent)).toBeLessThanOrEqual(waitsMs.length);
}, 40_000);

test("what nobody waits for is left out while a target does not work, and just after", async () => {
  const watch = await world.watching.settled();
  const spare = () =>
    world.watching.cost(() =>
      withUrgency("spare", () => listTagsForResource(watch.target, "checkout-web")).catch(() => undefined),
    );
  expect(await spare()).toMatchObject({ ListTagsForResource: 1 });
  await fault("unavailable503");
  await inTrouble(watch, "unreachable");
  expect(await spare()).not.toHaveProperty("ListTagsForResource");
  await world.emulator.control("DELETE", "/faults");
  await vi.waitFor(() => expect(watch.freshness().kind).toBe("live"), { timeout: 14_000, interval: 50 });
  expect(await spare()).not.toHaveProperty("ListTagsForResource");
}, 30_000);

test("a throttle now and then is no trouble", async () => {
  const watch = await world.watching.settled();
  await fault("throttle", { times: 2 });
  await watch.readNow("checkout-web");
  expect(watch.freshness().kind).toBe("live");
});

test("who opens a page of which only the row is known gets all of it, though AWS throttles in between", async () => {
  const watch = await world.watching.settled();
  await fault("throttle", { times: 2 });
  const declared = await watch.declaration("catalog-search");
  expect(declared?.declaration.pipeline?.name).toBe("catalog-search");
  expect(declared?.freshness.kind).toBe("live");
});

test("what is not known of a pipeline while its target is in trouble is told with that trouble", async () => {
  const watch = await world.watching.settled();
  await fault("unavailable503");
  await inTrouble(watch, "unreachable");
  await expect(watch.declaration("catalog-search")).rejects.toMatchObject({
    operation: "GetPipeline",
    failure: { code: "ServiceUnavailable" },
  });
});

test("garbage, silence, throttling and no answer at all of some targets leave another as it is", async () => {
  const well = await world.watching.settled();
  await well.readNow("checkout-web");
  const { version } = well.records;
  const rows = well.rows();
  const ill = [
    { account: "111122223333", region: "eu-west-1", kind: "hang", says: "unreachable" },
    { account: "222233334444", region: "eu-west-1", kind: "malformed", says: "unreachable" },
    { account: "222233334444", region: "us-east-1", kind: "throttle", says: "throttled" },
  ];
  for (const { kind, account, region } of ill) await fault(kind, { account, region });
  const watches = [
    ...ill.map(({ account, region }) => world.watching.watchOf({ account, region, timeoutMs: 1500 })),
    world.watching.watchOf({ endpoint: "http://127.0.0.1:9" }),
  ];
  await vi.waitFor(
    () =>
      expect(watches.map((watch) => watch.freshness().kind)).toEqual([
        ...ill.map(({ says }) => says),
        "unreachable",
      ]),
    { timeout: 14_000, interval: 50 },
  );
  const asked = await world.watching.cost(() => well.readNow("checkout-web"));
  expect(asked.GetPipelineState).toBeGreaterThanOrEqual(1);
  expect(well.freshness().kind).toBe("live");
  expect([well.records.version, well.rows()]).toEqual([version, rows]);
});

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
