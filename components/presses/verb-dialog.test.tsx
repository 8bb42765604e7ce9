import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWeb, checkoutWebReply } from "@/components/pipelines/checkout-web-fixture";
import { executionOf } from "@/components/pipelines/checkout-web-revisions-fixture";
import { type FakeAnswer, fakeServer, problem, type SeenRequest } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import { succeededExecution } from "@/components/testing/succeeded-execution";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { learnServerNow } from "@/lib/queries/server-now";
import type { PressAddress } from "./press-address";
import { VerbDialog } from "./verb-dialog";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function server(press: (request: SeenRequest) => FakeAnswer = () => problem(404, "path.not-found", "None")) {
  return fakeServer((request) =>
    request.path.endsWith("/state") ? { status: 200, body: checkoutWebReply() } : press(request),
  );
}

function open(
  address: PressAddress,
  role: "operator" | "viewer" = "operator",
  opened: PipelineState = checkoutWeb(),
) {
  const control = {
    onClose: vi.fn<() => void>(),
    onPressed: vi.fn<(key: string) => void>(),
    onNotRecorded: vi.fn<(key: string) => void>(),
    onAgain: vi.fn<() => void>(),
  };
  const dialog = (state: PipelineState) => <VerbDialog state={state} address={address} control={control} />;
  const { show } = renderAs(role, dialog(opened));
  return { control, showState: (state: PipelineState) => show(dialog(state)) };
}

/** The fixture with one stage otherwise. */
function withProd(change: Partial<PipelineState["stages"][number]>): PipelineState {
  const state = checkoutWeb();
  return {
    ...state,
    stages: state.stages.map((stage) => (stage.name === "Prod" ? { ...stage, ...change } : stage)),
  };
}

/** The fixture in PARALLEL mode, where AWS names nobody in front of a stage. */
function sideBySide(): PipelineState {
  const state = withProd({ executionId: undefined, actions: [] });
  const inFront = (execution: ExecutionSummary) =>
    execution.standing === "ClosedGate"
      ? {
          ...execution,
          standing: "InProgress",
          stage: "Approve",
          stages: execution.stages.map((one) =>
            one.stage === "Prod" ? { ...one, standing: "NotYetRun" } : one,
          ),
        }
      : execution;
  return {
    ...state,
    row: { ...state.row, executionMode: "PARALLEL" },
    stages: state.stages.map((stage) => ({ ...stage, inbound: [] })),
    onTheLine: state.onTheLine.map(inFront),
  };
}

const giveReason = (text: string) =>
  fireEvent.change(screen.getByRole("textbox", { name: /^Reason/ }), { target: { value: text } });
const isOff = (name: RegExp) => screen.getByRole("button", { name }).getAttribute("aria-disabled") === "true";
const posts = (seen: SeenRequest[]) => seen.filter(({ method }) => method === "POST");

test("a retry says what runs again, and sends what was seen, once for a double click", async () => {
  const seen = server();
  open({ verb: "retry", stage: "Prod" });
  expect(screen.getByRole("heading", { name: "Retry Prod with 3ad8c55?" })).toBeTruthy();
  expect(screen.getByText(/^Runs deploy-eu again and what comes after/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "All actions" }));
  expect(screen.getByText(/those that succeeded too/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Failed actions" }));
  const press = screen.getByRole("button", { name: /^Retry failed in Prod/ });
  fireEvent.click(press);
  fireEvent.click(press);
  const changedAt = checkoutWeb().stages.find(({ name }) => name === "Prod")?.changedAt;
  await waitFor(() => expect(posts(seen)).not.toEqual([]));
  expect(posts(seen).map(({ path, body }) => [path, body])).toEqual([
    [
      "/api/pipelines/prod-eu/checkout-web/stages/Prod/retry",
      { executionId: executionOf("3ad8c55"), mode: "FAILED_ACTIONS", seenChangedAt: changedAt },
    ],
  ]);
});

test("after a press that did not arrive another choice is another press, and the form stays", async () => {
  const seen = server(({ method }) =>
    method === "POST" ? "lost" : problem(404, "receipt.not-found", "There is no such receipt"),
  );
  open({ verb: "retry", stage: "Prod" });
  fireEvent.click(screen.getByRole("button", { name: /^Retry failed in Prod/ }));
  await screen.findByText("It did not arrive.");
  fireEvent.click(screen.getByRole("button", { name: "All actions" }));
  expect(screen.getByRole("heading", { name: "Retry Prod with 3ad8c55?" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /^Retry all of Prod/ }));
  await waitFor(() => expect(posts(seen)).toHaveLength(2));
  expect(new Set(posts(seen).map(({ key }) => key)).size).toBe(2);
});

test("a retry lets go of the press when another execution is there by now, and leads to that one", () => {
  const seen = server();
  const { control, showState } = open({ verb: "retry", stage: "Prod" });
  showState(withProd({ executionId: executionOf("41fa0c7") }));
  expect(screen.getAllByText(/41fa0c7 is in Prod now, not 3ad8c55/).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole("button", { name: "Look at what is there now" }));
  expect(control.onAgain).toHaveBeenCalledOnce();
  expect(posts(seen)).toEqual([]);
});

test("what was chosen for a retry is chosen still when it is looked at anew", () => {
  server();
  const { showState } = open({ verb: "retry", stage: "Prod" });
  fireEvent.click(screen.getByRole("button", { name: "All actions" }));
  showState(withProd({ executionId: executionOf("41fa0c7") }));
  fireEvent.click(screen.getByRole("button", { name: "Look at what is there now" }));
  cleanup();
  open({ verb: "retry", stage: "Prod" });
  expect(screen.getByRole("button", { name: /^Retry all of Prod/ })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Leave it" }));
  cleanup();
  open({ verb: "retry", stage: "Prod" });
  expect(screen.getByRole("button", { name: /^Retry failed in Prod/ })).toBeTruthy();
});

test("so are the target of a rollback and the gate, unless it was opened for another or the gate is closed by now", async () => {
  const items = [succeededExecution("5512be0"), succeededExecution("7b09f1e")];
  const list = { items, freshness: checkoutWebReply().freshness, now: CHECKOUT_NOW };
  server(({ path }) =>
    path.includes("succeededInStage") ? { status: 200, body: list } : problem(404, "path.not-found", "None"),
  );
  const ungated = withProd({ transition: { enabled: true } });
  const rollback = (state: PipelineState, executionId?: string) => {
    const control = { onClose: vi.fn(), onPressed: vi.fn(), onNotRecorded: vi.fn(), onAgain: vi.fn() };
    const address = { verb: "rollback", stage: "Prod" } as const;
    const dialog = (shown: PipelineState) => (
      <VerbDialog state={shown} address={address} executionId={executionId} control={control} />
    );
    const { show } = renderAs("operator", dialog(state));
    return (shown: PipelineState) => show(dialog(shown));
  };
  const chosen = async () => {
    const radios = await screen.findAllByRole<HTMLInputElement>("radio");
    return radios.find(({ checked }) => checked)?.value;
  };
  const hold = () => screen.getByRole<HTMLInputElement>("checkbox", { name: /gate into Prod/ });

  const showState = rollback(ungated);
  fireEvent.click((await screen.findAllByRole("radio"))[1] ?? document.body);
  fireEvent.click(hold());
  showState({ ...ungated, stages: withProd({ executionId: executionOf("41fa0c7") }).stages });
  fireEvent.click(screen.getByRole("button", { name: "Look at what is there now" }));
  cleanup();
  rollback(ungated);
  expect(await chosen()).toBe(executionOf("7b09f1e"));
  expect(hold().checked).toBe(true);
  cleanup();
  rollback(ungated, executionOf("5512be0"));
  expect(await chosen()).toBe(executionOf("5512be0"));
  expect(hold().checked).toBe(false);
  cleanup();
  rollback(checkoutWeb());
  expect(await chosen()).toBe(executionOf("7b09f1e"));
  expect(screen.getByRole("button", { name: /^Roll back to/ }).textContent).not.toContain("and hold");
  fireEvent.click(screen.getByRole("button", { name: /^Keep/ }));
});

test("opening a gate says what it ships, needs a reason, and names what was seen waiting", async () => {
  const seen = server();
  open({ verb: "open-transition", stage: "Prod" });
  expect(screen.getByText(/^Ships 41fa0c7: it enters Prod as soon as the stage is free/)).toBeTruthy();
  expect(isOff(/^Open and ship 41fa0c7/)).toBe(true);
  giveReason("Fixed");
  fireEvent.click(screen.getByRole("button", { name: /^Open and ship 41fa0c7/ }));
  await waitFor(() => expect(posts(seen)).not.toEqual([]));
  expect(posts(seen).map(({ body }) => body)).toEqual([
    {
      type: "Inbound",
      enabled: true,
      reason: "Fixed",
      seenWaiting: [executionOf("41fa0c7"), executionOf("5512be0")],
    },
  ]);
});

test("opening a gate in PARALLEL mode says that all who came through the stage before it enter", async () => {
  const seen = server();
  const state = sideBySide();
  const { showState } = open({ verb: "open-transition", stage: "Prod" }, "operator", {
    ...state,
    onTheLine: state.onTheLine.slice(0, -1),
  });
  expect(screen.getByText("5512be0 enters Prod at once.")).toBeTruthy();
  expect(screen.getByRole("button", { name: /^Open and ship 5512be0/ })).toBeTruthy();
  showState(state);
  expect(screen.getAllByText(/A newer run is now waiting: 41fa0c7\./).length).toBeGreaterThan(0);
  cleanup();
  open({ verb: "open-transition", stage: "Prod" }, "operator", state);
  expect(screen.getByText("41fa0c7 and 5512be0 enter Prod at once.")).toBeTruthy();
  giveReason("Fixed");
  fireEvent.click(screen.getByRole("button", { name: /^Open and ship 2 executions/ }));
  await waitFor(() => expect(posts(seen)).not.toEqual([]));
  expect(posts(seen).map(({ body }) => body)).toMatchObject([
    { seenWaiting: [executionOf("41fa0c7"), executionOf("5512be0")] },
  ]);
});

test("a gate that is open already by now is left alone", () => {
  server();
  const { showState } = open({ verb: "open-transition", stage: "Prod" });
  showState(withProd({ transition: { enabled: true, changedBy: "m.okafor" } }));
  expect(screen.getAllByText(/It is open already, by m.okafor/).length).toBeGreaterThan(0);
});

test("closing a gate tells what AWS will make of the reason", () => {
  server();
  open({ verb: "close-transition", stage: "Staging" });
  giveReason("5xx, see #12");
  expect(screen.getByText("AWS will show: 5xx - see -12")).toBeTruthy();
});

test("a rollback whose gate was opened since it was looked at lets go of the press", () => {
  const seen = server();
  const { showState } = open({ verb: "rollback", stage: "Prod" });
  expect(screen.getByText("The gate into Prod is closed already")).toBeTruthy();
  showState(withProd({ transition: { enabled: true, changedBy: "m.okafor" } }));
  expect(screen.getAllByText(/The gate into Prod was opened since this was opened\./).length).toBeGreaterThan(
    0,
  );
  expect(posts(seen)).toEqual([]);
});

test("a rollback behind a gate that is closed says that it was seen closed", async () => {
  const good = succeededExecution("5512be0");
  const list = { items: [good], freshness: checkoutWebReply().freshness, now: CHECKOUT_NOW };
  const seen = server(({ path }) =>
    path.includes("succeededInStage") ? { status: 200, body: list } : problem(404, "path.not-found", "None"),
  );
  open({ verb: "rollback", stage: "Prod" });
  giveReason("5xx");
  const press = await screen.findByRole("button", { name: /^Roll back to/ });
  await waitFor(() => expect(isOff(/^Roll back to/)).toBe(false));
  fireEvent.click(press);
  await waitFor(() => expect(posts(seen)).not.toEqual([]));
  expect(posts(seen).map(({ body }) => body)).toEqual([
    {
      targetExecutionId: good.id,
      reason: "5xx",
      seenClosed: true,
      seenExecutionId: executionOf("3ad8c55"),
    },
  ]);
});

test("a viewer reads everything and is told why the press is off", () => {
  const seen = server();
  open({ verb: "retry", stage: "Prod" }, "viewer");
  expect(isOff(/^Retry failed in Prod/)).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: /^Retry failed in Prod/ }));
  expect(posts(seen)).toEqual([]);
});

test("a stage the pipeline does not have has nothing to press", () => {
  server();
  open({ verb: "rollback", stage: "Nowhere" });
  expect(screen.getByRole("heading", { name: "There is no such stage" })).toBeTruthy();
});
