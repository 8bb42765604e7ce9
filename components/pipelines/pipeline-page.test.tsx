import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FakeAnswer, fakeServer, problem } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { PipelineStateReply } from "@/lib/contract/pipeline-state";
import type { Role } from "@/lib/domain/role";
import { learnServerNow } from "@/lib/queries/server-now";
import { CHECKOUT_NOW, checkoutWebReply } from "./checkout-web-fixture";
import { PipelinePage } from "./pipeline-page";
// What comes on demand is transformed before a test waits for it.
import "./pipeline-dialogs";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));

beforeEach(() => {
  window.history.replaceState(null, "", "/pipelines/prod-eu/checkout-web");
  learnServerNow(CHECKOUT_NOW);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(answer: FakeAnswer, role: Role = "admin") {
  const seen = fakeServer(() => answer);
  renderAs(role, <PipelinePage target="prod-eu" pipeline="checkout-web" />);
  return seen;
}

function reply(change: (reply: PipelineStateReply) => void = () => undefined): FakeAnswer {
  const body = checkoutWebReply();
  change(body);
  return { status: 200, body };
}

test.each([
  ["pipeline.not-found", 404, "No pipeline “checkout-web” in prod-eu"],
  ["target.not-found", 404, "No target “prod-eu”"],
  ["request.invalid", 400, "No pipeline can have this address"],
  ["aws.denied", 502, "prod-eu may not be read"],
  ["aws.unreachable", 502, "prod-eu does not answer"],
  ["aws.timeout", 504, "prod-eu does not answer"],
  ["aws.throttled", 503, "AWS is throttling prod-eu"],
  ["aws.malformed", 502, "checkout-web could not be read"],
  ["aws.failed", 502, "checkout-web could not be read"],
  ["store.unavailable", 503, "checkout-web could not be read"],
  ["internal", 500, "checkout-web could not be read"],
  ["a.code-from-tomorrow", 500, "checkout-web could not be read"],
])("the answer %s has its own words", async (code, status, heading) => {
  open(problem(status, code, "As the server says it"));
  expect(await screen.findByRole("heading", { name: heading })).toBeTruthy();
  expect(screen.getByRole("heading", { level: 1, name: "checkout-web" })).toBeTruthy();
});

test("a name one slip away is offered", async () => {
  open(problem(404, "pipeline.not-found", "There is no such pipeline", { didYouMean: "checkout-api" }));
  const link = await screen.findByRole("link", { name: "checkout-api" });
  expect(link.getAttribute("href")).toBe("/pipelines/prod-eu/checkout-api");
  expect(screen.getByText("All pipelines of prod-eu").getAttribute("href")).toBe("/?q=target%3Aprod-eu");
});

test("an error has a request to quote and a way to try again", async () => {
  const seen = open(problem(500, "internal", "Something went wrong on the server"));
  await screen.findByText("internal, request req-1");
  const before = seen.length;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(seen.length).toBe(before + 1);
});

test("a lost connection to our own server says so", async () => {
  open("lost");
  expect(await screen.findByRole("heading", { name: "Pipedeck does not answer" })).toBeTruthy();
});

test("the page says why the pipeline is not moving, and what is on the line", async () => {
  open(reply());
  expect(await screen.findByText("Prod is not moving:")).toBeTruthy();
  expect(screen.getByText("Show delivery slots in the cart")).toBeTruthy();
  expect(screen.getByRole("link", { name: /Open in AWS/ }).getAttribute("href")).toContain(
    "console.aws.amazon.com",
  );
});

test("old data of a throttled target keeps its shape and says was", async () => {
  open(
    reply((body) => {
      body.state.row.asOf = "2026-11-21T03:06:10.000Z";
      body.freshness = {
        kind: "throttled",
        asOf: "2026-11-21T03:06:10.000Z",
        since: "2026-11-21T03:06:12.000Z",
        nextTryAt: "2026-11-21T03:12:22.000Z",
      };
    }),
  );
  expect(await screen.findByText("AWS is throttling prod-eu.")).toBeTruthy();
  expect(screen.getAllByText("was Failed").length).toBeGreaterThan(0);
  expect(screen.queryByText("Failed")).toBeNull();
});

test("a denied target names the permission it lacks and keeps the last good data", async () => {
  open(
    reply((body) => {
      body.freshness = {
        kind: "denied",
        asOf: "2026-11-21T03:12:08.000Z",
        since: "2026-11-21T03:12:09.000Z",
        nextTryAt: "2026-11-21T03:13:00.000Z",
        permission: "codepipeline:GetPipelineState",
      };
    }),
  );
  expect(await screen.findByText("codepipeline:GetPipelineState")).toBeTruthy();
  expect(screen.getByText("Prod is not moving:")).toBeTruthy();
});

test("the action in the address stands in the panel and Esc closes it", async () => {
  window.history.replaceState(null, "", "/pipelines/prod-eu/checkout-web?action=Prod/deploy-eu");
  open(reply());
  expect(await screen.findByRole("complementary", { name: /deploy-eu/ })).toBeTruthy();
  fireEvent.keyDown(document, { key: "Escape" });
  expect(window.location.search).toBe("");
});

test("an address of an action that does not exist opens no panel", async () => {
  window.history.replaceState(null, "", "/pipelines/prod-eu/checkout-web?action=Nowhere/nothing&review=x");
  open(reply());
  await screen.findByText("Prod is not moving:");
  expect(screen.queryByRole("complementary")).toBeNull();
});

test("a viewer finds stopping off, with why", async () => {
  open(reply(), "viewer");
  await screen.findByText("Prod is not moving:");
  const stop = screen.getByRole("button", { name: /^Stop…/ });
  expect(stop.getAttribute("title")).toContain("Stopping needs a rule that gives it to your group viewer.");
  fireEvent.click(stop);
  expect(window.location.search).toBe("");
});

test("a pipeline whose stages have never run is shown all the same", async () => {
  open(
    reply(({ state }) => {
      state.waiting = undefined;
      state.onTheLine = [];
      state.finishedLast = [];
      state.row.status = null;
      state.row.asOf = null;
      state.stages = state.stages.map(({ name }) => ({
        name,
        standing: "NotYetRun",
        inbound: [],
        transition: { enabled: true },
        actions: [],
      }));
    }),
  );
  expect(await screen.findByText("nothing has run yet")).toBeTruthy();
  expect(screen.getAllByText("Not yet run")).toHaveLength(5);
});

test("a press our server refuses before recording it leaves no receipt in the address", async () => {
  window.history.replaceState(null, "", "/pipelines/prod-eu/checkout-web?review=Approve/ship-to-prod");
  fakeServer(({ method }) =>
    method === "POST"
      ? problem(403, "auth.forbidden", "You may not do this")
      : { status: 200, body: checkoutWebReply() },
  );
  renderAs("admin", <PipelinePage target="prod-eu" pipeline="checkout-web" />);
  fireEvent.click(await screen.findByRole("button", { name: /^Approve c08d3aa/ }));
  await screen.findByText("You may not do this.");
  expect(window.location.search).toBe("?review=Approve/ship-to-prod");
  expect(window.sessionStorage.getItem("pipedeck.receipts") ?? "[]").toBe("[]");
});

test("a throttled pipeline is read at once when a person asks for it", async () => {
  const throttled = checkoutWebReply();
  throttled.freshness = {
    kind: "throttled",
    asOf: throttled.state.row.asOf,
    since: "2026-11-21T03:12:00.000Z",
    nextTryAt: "2026-11-21T03:12:40.000Z",
  };
  const seen = fakeServer(({ method }) => ({
    status: 200,
    body: method === "POST" ? checkoutWebReply() : throttled,
  }));
  renderAs("viewer", <PipelinePage target="prod-eu" pipeline="checkout-web" />);
  fireEvent.click(await screen.findByRole("button", { name: "Read now" }));
  await waitFor(() => expect(screen.queryByText("AWS is throttling prod-eu.")).toBeNull());
  expect(seen.find(({ method }) => method === "POST")?.path).toBe(
    "/api/pipelines/prod-eu/checkout-web/refresh",
  );
});
