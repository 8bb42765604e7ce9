import type { Town } from "../../replicas/town";
import { until } from "../../replicas/until";
import { countReceipts, type Row, readReceipts } from "./ledger";
import type { World } from "./world";

const OPEN = new Set(["recorded", "sent", "unknown", "accepted"]);
/** Beyond the time that a signed request could still act. */
const DEAD_MS = 32 * 60_000;

/** So long nothing may be on its way: what somebody sent and did not wait for may not have been recorded yet. */
const QUIET_MS = 2000;

/** Waits until no press is on its way: a clock that jumped meanwhile would have it act long after it was sent. */
export async function nobodyPresses(town: Town): Promise<void> {
  let known = -1;
  let sinceMs = performance.now();
  await until("nobody presses any more", 60_000, async () => {
    const counts = await countReceipts(town.database.url).catch(() => undefined);
    const total = [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    const isBusy = counts === undefined || counts.has("recorded") || counts.has("sent");
    if (isBusy || total !== known) sinceMs = performance.now();
    known = total;
    return performance.now() - sinceMs >= QUIET_MS;
  }).catch(() => undefined);
}

/** Lets as much time pass as a signed request lives, and waits until every receipt has come to its end. */
export async function settled(town: Town, world: World, withinMs: number): Promise<Row[]> {
  await town.mend();
  const isSettled = async () => {
    const counts = await countReceipts(town.database.url).catch(() => undefined);
    return counts !== undefined && ![...counts.keys()].some((state) => OPEN.has(state));
  };
  await nobodyPresses(town);
  await world.pass(DEAD_MS);
  await until("every receipt at its end", withinMs, isSettled).catch(() => undefined);
  return await readReceipts(town.database.url);
}
