import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveStanding } from "@/lib/contract/live";
import type { PipelineList } from "@/lib/contract/pipeline";
import { pipelineQueries } from "../pipeline-queries";
import { liveFeed } from "./live-feed";

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const [before, after] = ["2026-11-21T03:12:00.000Z", "2026-11-21T03:12:10.000Z"];

function standing(version: number, now: string): LiveStanding {
  return { now, versions: { "prod-eu": version }, freshness: { "prod-eu": { kind: "live", asOf: now } } };
}

test("a beat says how things stand, and has the changes that wait come no sooner", () => {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
  const { queryKey } = pipelineQueries.list();
  client.setQueryData<PipelineList>(queryKey, { items: [], ...standing(0, before) });
  const feed = liveFeed(client, { onBatch: vi.fn(), onBehind: () => false });
  feed.begin(standing(0, before), { "prod-eu": 0 });
  for (let version = 1; version <= 20; version += 1)
    feed.change({ target: "prod-eu", name: `shop-${version}`, version, gone: true });
  vi.advanceTimersByTime(0);
  feed.beat(standing(20, after));
  const list = () => client.getQueryData(queryKey);
  expect(list()).toMatchObject({ versions: { "prod-eu": 5 }, freshness: { "prod-eu": { asOf: after } } });
  vi.runAllTimers();
  expect(list()).toMatchObject({ versions: { "prod-eu": 20 }, freshness: { "prod-eu": { asOf: after } } });
  feed.stop();
});
