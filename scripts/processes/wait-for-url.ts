import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "./worded-error";

/** Asks `url` until it answers 200, or throws after `limitMs`, naming the last answer. */
export async function waitForUrl(url: string, label: string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  let last = "no answer";
  for (;;) {
    last = await statusOf(url);
    if (last === "200") return;
    if (performance.now() > deadline) {
      throw new WordedError(
        `${label} did not become ready within ${Math.round(limitMs / 1000)} s (${url}: ${last}).`,
      );
    }
    await delay(100);
  }
}

function statusOf(url: string): Promise<string> {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 5000, agent: false }, (response) => {
      response.resume();
      resolve(String(response.statusCode));
    });
    request.once("timeout", () => request.destroy(new Error("no answer within 5 s")));
    request.once("error", (error) => resolve(error.message));
  });
}
