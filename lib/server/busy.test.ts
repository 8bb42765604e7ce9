import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { isBusy } from "./busy";

/** Works without a pause for so long, then lets everything else have its turn. */
async function work(ms: number): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end);
  await sleep(0);
}

test("a process is busy while it works without a pause, and no longer when it rests", async () => {
  await vi.waitFor(async () => {
    await work(150);
    expect(isBusy()).toBe(true);
  }, 10_000);
  await vi.waitFor(() => expect(isBusy()).toBe(false), { timeout: 10_000, interval: 300 });
});
