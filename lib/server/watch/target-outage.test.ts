import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { followClock } from "../clock";
import { getPipeline } from "../codepipeline/get-pipeline";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { ACCOUNT, Watching } from "../testing/watching";
import type { TargetWatch } from "./target-watch";

let emulator: EmulatorProcess;
let watching: Watching;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
  watching = new Watching(emulator);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(async () => {
  stubAwsKeys();
  vi.stubEnv("PIPEDECK_CLOCK_URL", emulator.url);
  await followClock();
});
afterEach(async () => {
  await emulator.control("DELETE", "/faults");
  await watching.rest();
});

const fault = (kind: string, facts: object = {}) => emulator.control("POST", "/faults", { kind, ...facts });

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
    const watch = await watching.settled();
    await watch.state("checkout-web");
    await fault(kind, facts);
    await inTrouble(watch, "unreachable");
    const asked = await watching.cost(async () => {
      const looks = watch.names().map((name) => watch.state(name).catch(() => undefined));
      const details = watch.names().map((name) => getPipeline(watch.target, name).catch(() => undefined));
      await Promise.all([...looks, ...details]);
    });
    const sent = Object.values(asked).reduce((sum, count) => sum + count, 0);
    // One try may have been due, with the calls that go along with it.
    expect(sent).toBeLessThanOrEqual(3);
    const freshness = watch.freshness();
    expect(freshness).toMatchObject({
      kind: "unreachable",
      since: expect.any(String),
      tries: expect.any(Number),
    });
    await emulator.control("DELETE", "/faults");
    await vi.waitFor(() => expect(watch.freshness().kind).toBe("live"), { timeout: 14_000, interval: 50 });
  });
});

test("tries of a target that is gone come ever more seldom", async () => {
  const watch = await watching.settled();
  await fault("unavailable503");
  await inTrouble(watch, "unreachable");
  const tries: string[] = [];
  await vi.waitFor(
    () => {
      const freshness = watch.freshness();
      if (freshness.kind === "unreachable" && freshness.nextTryAt !== tries.at(-1))
        tries.push(freshness.nextTryAt);
      expect(tries.length).toBeGreaterThanOrEqual(3);
    },
    { timeout: 14_000, interval: 20 },
  );
  const made = await emulator.requests();
  await emulator.control("DELETE", "/faults");
  expect(made.GetPipelineState).toBeDefined();
}, 30_000);

test("a throttle now and then is no trouble", async () => {
  const watch = await watching.settled();
  await fault("throttle", { times: 2 });
  await watch.readNow("checkout-web");
  expect(watch.freshness().kind).toBe("live");
});

test("garbage, silence and throttling of some targets leave the others as they are", async () => {
  await fault("hang", { account: "111122223333" });
  await fault("malformed", { account: "222233334444" });
  const hung = watching.watchOf({ account: "111122223333", timeoutMs: 1500 });
  const dead = watching.watchOf({ endpoint: "http://127.0.0.1:9" });
  const well = await watching.settled({ account: ACCOUNT });
  expect(well.freshness().kind).toBe("live");
  await vi.waitFor(
    () => expect([hung.freshness().kind, dead.freshness().kind]).toEqual(["unreachable", "unreachable"]),
    { timeout: 14_000, interval: 50 },
  );
});
