import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeServer } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { StageFailureReply } from "@/lib/contract/stage-failure";
import type { StageState } from "@/lib/domain/pipeline-state";
import { learnServerNow } from "@/lib/queries/server-now";
import { CHECKOUT_NOW, checkoutWeb } from "./checkout-web-fixture";
import { StagePanel } from "./stage-panel";
// What comes on demand is transformed before a test waits for it.
import "./stage-panel-body";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const end = { executionType: "STANDARD", revisions: [] };
const reply: StageFailureReply = {
  failure: {
    stage: "Prod",
    faults: [],
    direction: "forward",
    from: { id: "9c1e07b0-0000", standing: "Succeeded", endedAt: "2026-11-20T18:12:10.000Z", ...end },
    to: { id: "3ad8c550-0000", standing: "Failed", ...end },
    sources: [],
    failingSince: "2026-11-21T03:08:21.000Z",
    failures: 2,
    variables: { changed: [{ name: "canary_percent", from: "10", to: "50", hidden: false }], same: 3 },
    definition: { from: 13, to: 14 },
    gaps: [],
  },
  freshness: { kind: "live", asOf: CHECKOUT_NOW },
  now: CHECKOUT_NOW,
};

async function show(name: string, change: Partial<StageState> = {}) {
  fakeServer(() => ({ status: 200, body: reply }));
  const state = checkoutWeb();
  const stage = state.stages.find((one) => one.name === name);
  if (stage === undefined) throw new Error(`the fixture has no ${name}`);
  renderAs(
    "operator",
    <StagePanel state={state} stage={{ ...stage, ...change }} covers={false} onClose={() => undefined} />,
  );
  const panel = screen.getByRole("complementary", { name });
  await within(panel).findByRole("heading", { name: "Why is it not moving?" });
  return panel;
}

test("a failed stage tells what failed and what is different since it last succeeded", async () => {
  const panel = await show("Prod", {
    waiting: {
      cause: "failure",
      lead: "Prod is not moving:",
      text: "deploy-eu failed for 3ad8c55.",
      since: "2026-11-21T03:08:10.000Z",
    },
  });
  expect(panel.textContent).toContain("deploy-eu failed for 3ad8c55. Failed 4 min ago.");
  expect(panel.textContent).toContain("ActionExecutionFailed");
  expect(await within(panel).findByText("canary_percent 10 to 50")).toBeTruthy();
  expect(panel.textContent).toContain("definition version 13 to 14");
  expect(panel.textContent).toMatch(/Failing for 3 min, 2 executions/);
  expect(panel.textContent).toMatch(/succeeded 9 h ago/);
});

test("a closed gate tells by whom, since when, why, who stands there and how long it can resume them", async () => {
  const panel = await show("Prod");
  expect(panel.textContent).toMatch(/Closed 15 min ago by m\.okafor, 21 Nov 2026/);
  expect(panel.textContent).toContain("29 d 23 h left in which opening it resumes what waits.");
  const queue = within(panel).getByRole("heading", { name: /^In front of it/ }).parentElement;
  expect(queue?.textContent).toMatch(/41fa0c7.*Lazy-load the address form.*5512be0/);
});

test("conditions are told in full, with each rule", async () => {
  const panel = await show("Prod");
  expect(within(panel).getByRole("heading", { name: "Before entry condition" })).toBeTruthy();
  expect(panel.textContent).toContain("window Mon-Fri");
  expect(within(panel).getByRole("heading", { name: "On failure condition" })).toBeTruthy();
});

test("attempts are told with their trigger and what the declaration does", async () => {
  const panel = await show("Build", {
    retry: { automatic: 1, manual: 1, latestTrigger: "ManualStageRetry" },
    failureResult: "RETRY",
    retryMode: "ALL_ACTIONS",
  });
  expect(panel.textContent).toContain("Attempt 3: 1 automatic, 1 by hand; the latest started by a person.");
  expect(panel.textContent).toContain("A failure runs all actions again, once.");
});

test("a stage at rest has an answer too", async () => {
  const panel = await show("Source");
  expect(panel.textContent).toContain("Nothing waits here.");
});
