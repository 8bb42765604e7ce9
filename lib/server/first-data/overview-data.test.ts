import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";
import { expect, test, vi } from "vitest";
import { startEmulator } from "../testing/emulator-process";
import { forgetWatches } from "../testing/forget-watches";
import { openHouse } from "../testing/house";
import { signInAs } from "../testing/session";
import { targetWatches } from "../watch/target-watches";
import { overviewData } from "./overview-data";

// What Next hands a page of the request it draws; the rest is real.
const visit = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => new RequestCookies(new Headers({ cookie: visit.cookie })),
}));

async function firstOf(pipelines: number): Promise<number | null> {
  const sizes = ["--pipelines", String(pipelines), "--executions", "1"];
  const emulator = await startEmulator(["--world", "scale", ...sizes, "--clock", "manual"]);
  const house = await openHouse([{ id: "scale", endpoint: emulator.url, requestsPerSecond: 100 }]);
  visit.cookie = (await signInAs("viewer")).cookie;
  await vi.waitFor(() => expect(targetWatches().map((watch) => watch.count())).toEqual([pipelines]), 20_000);
  const first = await overviewData();
  await forgetWatches();
  await house.close();
  await emulator.stop();
  return first && JSON.parse(first.json).items.length;
}

test("a thousand rows come with the page, more do not", async () => {
  expect(await firstOf(1000)).toBe(1000);
  expect(await firstOf(1001)).toBeNull();
}, 60_000);
