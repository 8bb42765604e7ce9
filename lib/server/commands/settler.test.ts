import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Receipt } from "@/lib/domain/receipt";
import { presser } from "../testing/presser";
import { StageHouse } from "../testing/stage-house";
import type { StageWorld } from "../testing/stage-world";
import { Settler } from "./settler";
import { stopExecution } from "./stop-execution";

let house: StageHouse;
let world: StageWorld;

beforeAll(async () => {
  house = await StageHouse.open();
  world = house.world;
});
afterAll(() => house.close());
afterEach(() => {
  vi.restoreAllMocks();
});

/** A stop that AWS accepted, of a pipeline that was deleted before anybody saw it. */
async function unseenStop(): Promise<Receipt> {
  const pipeline = await house.pipeline();
  await world.outcome(pipeline, "Ship", { durationMs: 3_600_000 });
  const id = await world.release(pipeline);
  const at = { target: "dev-eu", pipeline, id };
  const receipt = await house.press(() =>
    stopExecution(presser("operator"), at, { abandon: false, reason: "wrong commit" }),
  );
  expect(receipt.state).toBe("accepted");
  await world.remove(pipeline);
  return receipt;
}

it("what AWS accepted is looked for no longer than a day, though nothing came of it", async () => {
  const passed = performance.now.bind(performance);
  let aheadMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => passed() + aheadMs);
  const settler = new Settler();
  const looks = async ({ pipeline }: Receipt) => (await world.posts("GetPipelineExecution", pipeline)).length;
  const turn = async (receipt: Receipt) => {
    aheadMs += 30_000;
    await settler.turn();
    return looks(receipt);
  };
  const old = await unseenStop();
  const before = await looks(old);
  await expect.poll(() => turn(old), { timeout: 10_000 }).toBeGreaterThan(before + 1);
  await world.pass(25 * 60);
  const recent = await unseenStop();
  const until = await looks(old);
  const since = await looks(recent);
  await expect.poll(() => turn(recent), { timeout: 10_000 }).toBeGreaterThan(since + 4);
  expect(await looks(old)).toBe(until);
}, 60_000);
