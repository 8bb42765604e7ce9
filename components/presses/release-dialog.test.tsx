import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import { fakeServer, problem, type SeenRequest } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { PressConditions } from "@/lib/contract/access";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { PipelineStructure } from "@/lib/domain/structure";
import { execution } from "@/lib/domain/testing/line";
import { learnServerNow } from "@/lib/queries/server-now";
import { ReleaseDialog } from "./release-dialog";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const older = execution("aaaaaaa", { status: "InProgress", startedAt: "2026-11-21T01:00:00.000Z" });
const ended = execution("bbbbbbb", { status: "Failed", startedAt: "2026-11-21T02:00:00.000Z" });
const structure: PipelineStructure = {
  target: "prod-eu",
  name: "checkout-web",
  version: 14,
  executionMode: "QUEUED",
  pipelineType: "V1",
  stages: [],
  variables: [],
  triggers: [],
  consoleUrl: "https://console.example",
};

/** The server, which knows an execution that has ended; what the line shows is the page's. */
function server(known = [ended, older], declared = structure): SeenRequest[] {
  const freshness = { kind: "live", asOf: CHECKOUT_NOW };
  return fakeServer(({ method, path }) => {
    if (/\/checkout-web(\?|$)/.test(path))
      return { status: 200, body: { structure: declared, currentVersion: 14, freshness, now: CHECKOUT_NOW } };
    if (method === "GET" && path.includes("/executions"))
      return { status: 200, body: { items: known, freshness, now: CHECKOUT_NOW } };
    return problem(404, "path.not-found", "None");
  });
}

function open(conditions?: PressConditions, first = [older]) {
  const control = { onClose: vi.fn(), onPressed: vi.fn(), onNotRecorded: vi.fn(), onAgain: vi.fn() };
  const line = (onTheLine: PipelineState["onTheLine"]) => ({ ...checkoutWeb(), onTheLine, finishedLast: [] });
  const dialog = (state: PipelineState) => <ReleaseDialog state={state} control={control} />;
  const { show } = renderAs("operator", dialog(line(first)), conditions);
  return { showLine: (onTheLine: PipelineState["onTheLine"]) => show(dialog(line(onTheLine))) };
}

const button = () => screen.getByRole("button", { name: /^Release checkout-web/ });
const untilOn = () => waitFor(() => expect(button().getAttribute("aria-disabled")).not.toBe("true"));
const posts = (seen: SeenRequest[]) => seen.filter(({ method }) => method === "POST");

test("a release names the newest execution, also one that has ended already", async () => {
  const seen = server();
  open();
  await untilOn();
  await waitFor(() => expect(seen.some(({ path }) => path.includes("/executions"))).toBe(true));
  fireEvent.click(button());
  await waitFor(() => expect(posts(seen)).not.toEqual([]));
  expect(posts(seen).map(({ body }) => body)).toMatchObject([{ seenNewestId: "bbbbbbb", seenVersion: 14 }]);
});

test("an execution that somebody started while the decision was open is told before the press", async () => {
  const seen = server();
  const { showLine } = open();
  await untilOn();
  showLine([execution("ccccccc", { status: "InProgress", startedAt: "2026-11-21T03:00:00.000Z" }), older]);
  expect((await screen.findAllByText(/ccccccc was started/)).length).toBeGreaterThan(0);
  expect(posts(seen)).toEqual([]);
});

test("where a rule requires a reason, the press waits for one and names the rule", async () => {
  server();
  const rule = { path: "permissions.conditions[0]", line: 31, words: "a reason for prod" };
  open({ reasonRequired: rule });
  expect(screen.getByText(/A press needs a reason/)).toBeTruthy();
  expect((await screen.findAllByText(/Needs a reason to go on/)).length).toBeGreaterThan(0);
  fireEvent.change(screen.getByRole("textbox", { name: /^Reason/ }), { target: { value: "hotfix" } });
  await untilOn();
});

test("a first release says that it saw none before it, so that of two at the same moment one goes through", async () => {
  const seen = server([]);
  open({}, []);
  await untilOn();
  await waitFor(() => expect(seen.some(({ path }) => path.includes("/executions"))).toBe(true));
  fireEvent.click(button());
  await waitFor(() => expect(posts(seen)).not.toEqual([]));
  expect(posts(seen).map(({ body }) => body)).toMatchObject([{ seenNewestId: null }]);
});

test("what was filled in is there still when it is looked at anew", async () => {
  const variables = [{ name: "REGION", hasDefault: true, defaultValue: "eu" }];
  server([ended, older], { ...structure, pipelineType: "V2", variables });
  const { showLine } = open();
  const region = () => screen.findByRole("textbox", { name: /^REGION/ });
  fireEvent.change(await region(), { target: { value: "us" } });
  await untilOn();
  showLine([execution("ccccccc", { status: "InProgress", startedAt: "2026-11-21T03:00:00.000Z" }), older]);
  fireEvent.click(await screen.findByRole("button", { name: "Look at what is there now" }));
  cleanup();
  open();
  expect(await region()).toHaveProperty("value", "us");
  fireEvent.click(screen.getByRole("button", { name: "Not now" }));
});
