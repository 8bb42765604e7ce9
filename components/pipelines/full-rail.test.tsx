import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { learnServerNow } from "@/lib/queries/server-now";
import { CHECKOUT_NOW, checkoutWeb } from "./checkout-web-fixture";
import { executionOf } from "./checkout-web-revisions-fixture";
import { FullRail } from "./full-rail";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(cleanup);

function show(state: PipelineState = checkoutWeb(), selected?: string) {
  const onSelect = vi.fn<(stage: string, action: string) => void>();
  const onReview = vi.fn<(stage: string, action: string, executionId: string) => void>();
  render(
    <FullRail
      state={state}
      selected={selected}
      dialogOpen={false}
      onSelect={onSelect}
      onSelectStage={() => undefined}
      onReview={onReview}
      revisionsOf={(stage) => (stage.revision === undefined ? [] : [stage.revision])}
    />,
  );
  return { onSelect, onReview };
}

const stage = (name: string) => screen.getByRole("region", { name: `Stage ${name}` });
const card = (name: RegExp) => screen.getByRole("button", { name });

test("shows the stages in order, each with its word", () => {
  show();
  expect(screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual([
    "Source",
    "Build",
    "Staging",
    "Approve",
    "Prod",
  ]);
  expect(stage("Prod").textContent).toContain("Failed");
  expect(stage("Approve").textContent).toContain("1 h 52 min");
});

test("a closed gate tells since when, who, why and who stands there in order", () => {
  show();
  const gate = screen.getByRole("region", { name: "Closed transition into Prod" });
  expect(gate.textContent).toContain("Closed 15 min ago");
  expect(gate.textContent).toContain("by m.okafor, 02:57");
  expect(gate.textContent).toContain("5xx after 3ad8c55 (INC-481)");
  expect(gate.textContent).toContain("2 wait: 41fa0c7 is next, then 5512be0");
  expect(screen.getByText("stage is occupied")).toBeTruthy();
});

test("progress has an edge only where AWS gives a percentage", () => {
  show();
  expect(card(/^unit-tests/).querySelector("[style*='62%']")).not.toBeNull();
  cleanup();
  const state = checkoutWeb();
  const running = state.stages[1]?.actions[1];
  if (running !== undefined) {
    running.percentComplete = undefined;
  }
  show(state);
  expect(card(/^unit-tests/).querySelector("[style*='%']")).toBeNull();
  expect(card(/^unit-tests/).textContent).toContain("In progress");
});

test("statuses and providers that AWS adds later are shown by their own names", () => {
  const state = checkoutWeb();
  const staging = state.stages[2];
  if (staging !== undefined) {
    staging.standing = "Draining";
    staging.actions = staging.actions.map((action) => ({
      ...action,
      standing: "Teleporting",
      provider: "QuantumDeploy",
      category: "Wormhole",
    }));
  }
  show(state);
  expect(stage("Staging").textContent).toContain("Draining");
  expect(card(/^deploy-stack Teleporting QuantumDeploy$/)).toBeTruthy();
});

test("conditions show their rules, and what AWS said of them", () => {
  show();
  const failure = within(stage("Prod")).getByRole("region", { name: "On failure condition" });
  expect(failure.textContent).toContain("Errored");
  expect(failure.textContent).toContain("alarm p99");
  expect(failure.textContent).toContain("Automatic rollback did not start");
  expect(within(stage("Staging")).getByRole("img", { name: "On success: Passed" })).toBeTruthy();
});

test("arrows move between actions; with one in the panel the selection follows", () => {
  const { onSelect } = show(checkoutWeb(), "Prod/deploy-eu");
  card(/^deploy-eu/).focus();
  fireEvent.keyDown(card(/^deploy-eu/), { key: "ArrowRight" });
  expect(document.activeElement).toBe(card(/^deploy-us/));
  expect(onSelect).toHaveBeenCalledWith("Prod", "deploy-us");
  fireEvent.keyDown(card(/^deploy-us/), { key: "ArrowDown" });
  expect(document.activeElement).toBe(card(/^warm-cache/));
});

test("only one card is a tab stop", () => {
  show();
  const stops = screen
    .getAllByRole("button")
    .filter((button) => button.dataset.action !== undefined && button.tabIndex === 0);
  expect(stops).toHaveLength(1);
});

test("the waiting action leads to its review by the revision that waits", () => {
  const { onReview } = show();
  fireEvent.click(screen.getByRole("button", { name: "Review c08d3aa" }));
  expect(onReview).toHaveBeenCalledWith("Approve", "ship-to-prod", executionOf("c08d3aa"));
});

test("in parallel mode stations count executions", () => {
  const state = checkoutWeb();
  state.row.executionMode = "PARALLEL";
  state.row.stations = state.row.stations.map((station, index) => ({ ...station, count: index }));
  show(state);
  expect(screen.getByRole("img", { name: "3 in Approve, waiting for a person" })).toBeTruthy();
  expect(stage("Build").textContent).toContain("1 execution");
});

test("more stages than AWS had when this was written still make a rail", () => {
  const state = checkoutWeb();
  const template = state.stages[0];
  if (template !== undefined) {
    state.stages = Array.from({ length: 50 }, (_, index) => ({ ...template, name: `Stage${index}` }));
  }
  show(state);
  expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(50);
});
