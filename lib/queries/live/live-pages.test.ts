import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Freshness } from "@/lib/domain/freshness";
import { askAgain, writeStanding } from "./live-pages";

const at = (second: number) => `2026-11-21T03:12:${String(second).padStart(2, "0")}.000Z`;
const live = (second: number): Freshness => ({ kind: "live", asOf: at(second) });
const denied = (second: number): Freshness => ({
  kind: "denied",
  asOf: at(second),
  since: at(second),
  nextTryAt: at(50),
  permission: "codepipeline:GetPipelineState",
});
const throttled = (second: number): Freshness => ({
  kind: "throttled",
  asOf: at(second),
  since: at(second),
  nextTryAt: at(50),
});

/** A page of one pipeline that stands so, when its target is told to stand otherwise: what it says, and whether it asks again. */
function afterBeat(own: Freshness, ofTarget: Freshness) {
  const client = new QueryClient();
  const queryKey = ["pipeline-state", "prod-eu", "shop"];
  let asked = 0;
  client.setQueryData(queryKey, { freshness: own, now: at(30) });
  const seen = new QueryObserver<{ freshness: Freshness; now: string }>(client, {
    queryKey,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => {
      asked += 1;
      return new Promise(() => undefined);
    },
  });
  const leave = seen.subscribe(() => undefined);
  writeStanding(client, { now: at(40), versions: {}, freshness: { "prod-eu": ofTarget } });
  const data = client.getQueryData<{ freshness: Freshness; now: string }>(queryKey);
  leave();
  client.clear();
  return { ...data, asked };
}

test("a page of one pipeline is as old as what was read last, of it or of all its target", () => {
  expect(afterBeat(live(30), live(20))).toEqual({ freshness: live(30), now: at(40), asked: 0 });
  expect(afterBeat(live(20), live(30)).freshness).toEqual(live(30));
  const half: Freshness = { kind: "catching-up", asOf: null, read: 3, total: 9 };
  expect(afterBeat(live(20), half).freshness).toEqual(live(20));
});

test("it is in its target's trouble, at its own age where that is less", () => {
  expect(afterBeat(live(30), throttled(20))).toEqual({
    freshness: { ...throttled(20), asOf: at(30) },
    now: at(40),
    asked: 0,
  });
  expect(afterBeat(throttled(20), denied(25)).freshness).toEqual(denied(25));
});

test("trouble that its target does not have stays, and is asked for again", () => {
  expect(afterBeat(denied(20), live(30))).toEqual({ freshness: denied(20), now: at(40), asked: 1 });
});

test.each([
  ["older than the change is asked for again", 6, 2],
  ["of the change itself is enough", 7, 1],
])("a first answer %s", async (_, answered, times) => {
  const client = new QueryClient();
  const answers: ((reply: { version: number }) => void)[] = [];
  const query = {
    queryKey: ["pipeline-state", "prod-eu", "shop"],
    queryFn: () => new Promise<{ version: number }>((resolve) => answers.push(resolve)),
  };
  const leave = new QueryObserver(client, query).subscribe(() => undefined);
  askAgain(client, [{ target: "prod-eu", name: "shop", version: 7, gone: true }]);
  expect(answers).toHaveLength(1);
  const first = client.fetchQuery(query);
  answers[0]?.({ version: answered });
  await first;
  await Promise.resolve();
  expect(answers).toHaveLength(times);
  leave();
  client.clear();
});
