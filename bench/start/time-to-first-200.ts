import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { failWhenEnded, type ManagedChild } from "../../scripts/processes/managed-child";
import { WordedError } from "../../scripts/processes/worded-error";

const limitMs = 120_000;
const everyMs = 10;

/**
 * Milliseconds from starting the program until `url` answers 200; then runs `whileRunning` and ends the program.
 * Throws when the program ends by itself.
 */
export async function timeToFirst200(
  spawn: () => ManagedChild,
  url: string,
  whileRunning?: () => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const child = spawn();
  try {
    const tookMs = await Promise.race([first200(url, began), failWhenEnded(child)]);
    await whileRunning?.();
    return tookMs;
  } finally {
    await child.stop();
  }
}

async function first200(url: string, began: number): Promise<number> {
  for (;;) {
    if (await answers200(url)) return performance.now() - began;
    if (performance.now() - began > limitMs)
      throw new WordedError(`${url} did not answer 200 within two minutes.`);
    await delay(everyMs);
  }
}

function answers200(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 5000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
}
