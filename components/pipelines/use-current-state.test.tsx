import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { type FakeAnswer, fakeServer, problem } from "@/components/testing/fake-server";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { writeStanding } from "@/lib/queries/live/live-pages";
import { tellLive } from "@/lib/queries/live/live-store";
import { pipelineStateQueries, usePipelineState } from "@/lib/queries/pipeline-state-queries";
import { newQueryClient } from "@/lib/queries/query-client";
import { checkoutWebReply } from "./checkout-web-fixture";
import { useCurrentState } from "./use-current-state";

const MINUTE_MS = 60_000;
const { queryKey } = pipelineStateQueries.state("prod-eu", "checkout-web");

afterEach(() => {
  cleanup();
  tellLive({ type: "lost", at: 0 });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Page({ deciding }: { deciding: boolean }) {
  const { reply } = usePipelineState("prod-eu", "checkout-web");
  return (
    <>
      <p>{reply === undefined ? "nothing known" : `shows ${reply.state.row.version}`}</p>
      {deciding && <Decision state={reply?.state} />}
    </>
  );
}

function Decision({ state }: { state: PipelineState | undefined }) {
  const current = useCurrentState(state);
  return <p>{current === undefined ? "waits" : `decides on ${current.row.version}`}</p>;
}

function replyOf(version: number) {
  const reply = checkoutWebReply();
  reply.state.row.version = version;
  return reply;
}

/** A page that comes when version 1 was read so long ago, and its server, which answers when it is told to. */
function come({ agoMs, deciding = true }: { agoMs: number; deciding?: boolean }) {
  const answers: Array<(answer: FakeAnswer) => void> = [];
  const seen = fakeServer(() => new Promise((answer) => answers.push(answer)));
  const client = newQueryClient();
  client.setQueryData(queryKey, replyOf(1), { updatedAt: Math.max(0, Date.now() - agoMs) });
  const page = (decides: boolean) => (
    <QueryClientProvider client={client}>
      <Page deciding={decides} />
    </QueryClientProvider>
  );
  const { rerender } = render(page(deciding));
  const answer = (next: FakeAnswer) => act(async () => answers.shift()?.(next));
  return { client, seen, answer, decide: () => rerender(page(true)) };
}

test("what was kept since an earlier page is shown, and decided on only once it was read anew", async () => {
  const { answer } = come({ agoMs: 3 * MINUTE_MS });
  expect(screen.getByText("shows 1")).toBeTruthy();
  expect(screen.getByText("waits")).toBeTruthy();
  await answer({ status: 200, body: replyOf(2) });
  expect(await screen.findByText("decides on 2")).toBeTruthy();
});

test("a beat of the stream makes nothing current that was kept", async () => {
  const { client, answer } = come({ agoMs: 3 * MINUTE_MS });
  const { now, freshness } = replyOf(1);
  act(() => writeStanding(client, { now, versions: {}, freshness: { "prod-eu": freshness } }));
  expect(screen.getByText("waits")).toBeTruthy();
  await answer({ status: 200, body: replyOf(2) });
  expect(await screen.findByText("decides on 2")).toBeTruthy();
});

test("nor does an answer that was none", async () => {
  const { client, answer } = come({ agoMs: 3 * MINUTE_MS });
  await answer(problem(503, "store.unavailable", "The store is away"));
  await vi.waitFor(() => expect(client.getQueryState(queryKey)?.status).toBe("error"));
  expect(screen.getByText("waits")).toBeTruthy();
});

test("what was read a moment ago is decided on at once, and later, while it is read again and again", () => {
  const { client, seen } = come({ agoMs: 0 });
  expect(screen.getByText("decides on 1")).toBeTruthy();
  expect(seen).toEqual([]);
  act(() => void client.invalidateQueries({ queryKey }));
  expect(seen).toHaveLength(1);
  expect(screen.getByText("decides on 1")).toBeTruthy();
});

test("what came with the page and was not current then is decided on once it was read", async () => {
  const { answer } = come({ agoMs: Number.POSITIVE_INFINITY });
  expect(screen.getByText("waits")).toBeTruthy();
  await answer({ status: 200, body: replyOf(2) });
  expect(await screen.findByText("decides on 2")).toBeTruthy();
});

test("while the stream tells of changes, what a page has looked at for a while is decided on at once", async () => {
  const { seen, answer, decide } = come({ agoMs: 3 * MINUTE_MS, deciding: false });
  await answer({ status: 200, body: replyOf(2) });
  act(() => tellLive({ type: "heard" }));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5000 });
  decide();
  expect(await screen.findByText("decides on 2")).toBeTruthy();
  expect(seen).toHaveLength(1);
});
