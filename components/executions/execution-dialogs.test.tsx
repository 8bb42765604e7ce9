import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWebReply } from "@/components/pipelines/checkout-web-fixture";
import { type FakeAnswer, fakeServer, problem } from "@/components/testing/fake-server";
import { personOf, renderAs } from "@/components/testing/render-as";
import { usePipelineState } from "@/lib/queries/pipeline-state-queries";
import { learnServerNow } from "@/lib/queries/server-now";
import { ExecutionDialogs } from "./execution-dialogs";
// What comes on demand is transformed before a test waits for it.
import "@/components/pipelines/pipeline-dialogs";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function PipelineBefore() {
  const { reply } = usePipelineState("prod-eu", "checkout-web");
  return reply === undefined ? null : <p>The pipeline, before</p>;
}

test("a decision that came while only the execution was looked at opens on what is there now", async () => {
  const before = checkoutWebReply();
  for (const { actions } of before.state.stages) for (const action of actions) action.approval = undefined;
  let answer: (state: FakeAnswer) => void = () => undefined;
  let state: FakeAnswer | Promise<FakeAnswer> = { status: 200, body: before };
  const seen = fakeServer(({ path }) =>
    path.endsWith("/state") ? state : problem(404, "path.not-found", "None"),
  );
  const { show } = renderAs("approver", <PipelineBefore />);
  await screen.findByText("The pipeline, before");
  show(null);

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3 * 60_000 });
  state = new Promise((resolve) => {
    answer = resolve;
  });
  seen.length = 0;
  show(
    <ExecutionDialogs
      target="prod-eu"
      pipeline="checkout-web"
      params={{ review: "Approve/ship-to-prod" }}
      change={() => undefined}
      person={personOf("approver")}
    />,
  );
  await vi.waitFor(() => expect(seen).not.toEqual([]));
  expect(screen.queryByRole("heading")).toBeNull();
  answer({ status: 200, body: checkoutWebReply() });
  expect(await screen.findByRole("heading", { name: "Approve c08d3aa for Prod?" })).toBeTruthy();
});
