import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWeb, checkoutWebReply } from "@/components/pipelines/checkout-web-fixture";
import { executionOf } from "@/components/pipelines/checkout-web-revisions-fixture";
import { actionRun, failedReply, timelineStage } from "@/components/testing/execution-fixture";
import { type FakeAnswer, fakeServer, problem, type SeenRequest } from "@/components/testing/fake-server";
import { personOf, renderAs } from "@/components/testing/render-as";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Role } from "@/lib/domain/role";
import { learnServerNow } from "@/lib/queries/server-now";
import { StopDialog } from "./stop-dialog";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function server(): SeenRequest[] {
  return fakeServer((request) => {
    if (request.path.endsWith("/state")) {
      return { status: 200, body: checkoutWebReply() };
    }
    const receipt = {
      id: request.key,
      verb: "stop",
      target: "prod-eu",
      pipeline: "checkout-web",
      executionId: executionOf("e41c9d2"),
      person: { id: "operator", name: "Ada Lindqvist" },
      state: "accepted",
      recordedAt: CHECKOUT_NOW,
      sentAt: CHECKOUT_NOW,
      settledAt: CHECKOUT_NOW,
    };
    return { status: 200, body: { receipt, now: CHECKOUT_NOW } };
  });
}

function open(role: Role = "operator", state: PipelineState = checkoutWeb(), executionId = "1") {
  renderAs(
    role,
    <StopDialog
      state={state}
      executionId={executionId}
      person={personOf(role)}
      onClose={() => undefined}
      onPressed={() => undefined}
      onNotRecorded={() => undefined}
    />,
  );
}

const press = (name: RegExp) => screen.getByRole("button", { name });

test("an execution that has ended is said to have, and no other is offered in its place", () => {
  server();
  open("operator", checkoutWeb(), "0bb6d1f7-0000-4000-8000-000000000000");
  expect(screen.getByRole("heading", { name: "Execution 0bb6d1f7 has ended" })).toBeTruthy();
  expect(screen.queryAllByRole("radio")).toEqual([]);
  const only = { ...checkoutWeb(), onTheLine: checkoutWeb().onTheLine.slice(0, 1) };
  cleanup();
  open("operator", only, "0bb6d1f7-0000-4000-8000-000000000000");
  expect(screen.getByRole("heading", { name: "Execution 0bb6d1f7 has ended" })).toBeTruthy();
});

test("among several a person chooses first, then says why", () => {
  server();
  open();
  expect(screen.getAllByRole("radio").every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
  expect(screen.getAllByText("Choose the execution first.").length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole("radio", { name: /Show delivery slots/ }));
  expect(screen.getByRole("heading", { name: "Stop e41c9d2?" })).toBeTruthy();
  expect(screen.getAllByText("Needs a reason to go on.").length).toBeGreaterThan(0);
  expect(press(/^Stop e41c9d2/).getAttribute("aria-disabled")).toBe("true");
});

test("the dialog stays open, and the focus where it is, while a person chooses", () => {
  server();
  open();
  const dialog = screen.getByRole("dialog");
  const radio = screen.getByRole("radio", { name: /Show delivery slots/ });
  radio.focus();
  fireEvent.click(radio);
  fireEvent.click(press(/^Abandon actions/));
  expect(screen.getByRole("dialog")).toBe(dialog);
  expect(document.activeElement).toBe(radio);
});

test("a way that was chosen after a press which did not arrive is another press", async () => {
  const seen = fakeServer(({ method }) =>
    method === "POST" ? "lost" : problem(404, "receipt.not-found", "There is no such receipt"),
  );
  open();
  fireEvent.click(screen.getByRole("radio", { name: /Show delivery slots/ }));
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "now" } });
  fireEvent.click(press(/^Stop e41c9d2/));
  await screen.findByText("It did not arrive.");
  fireEvent.click(press(/^Abandon actions/));
  fireEvent.click(press(/^Abandon 1 action of e41c9d2/));
  const keys = () => seen.filter(({ method }) => method === "POST").map(({ key }) => key);
  await waitFor(() => expect(keys()).toHaveLength(2));
  expect(new Set(keys()).size).toBe(2);
});

test("stopping sends one press with the reason and shows its receipt", async () => {
  const seen = server();
  open();
  fireEvent.click(screen.getByRole("radio", { name: /Show delivery slots/ }));
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "promo-svc is down " } });
  const stop = press(/^Stop e41c9d2/);
  fireEvent.click(stop);
  fireEvent.click(stop);
  await screen.findByText("AWS accepted it");
  const posts = seen.filter((request) => request.method === "POST");
  expect(posts).toHaveLength(1);
  expect(posts[0]?.path).toBe(
    `/api/pipelines/prod-eu/checkout-web/executions/${executionOf("e41c9d2")}/stop`,
  );
  expect(posts[0]?.body).toEqual({ abandon: false, reason: "promo-svc is down" });
});

test("abandoning says whom AWS does not tell, keeps the reason and names the actions on the button", () => {
  server();
  open();
  fireEvent.click(screen.getByRole("radio", { name: /Show delivery slots/ }));
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "now" } });
  fireEvent.click(press(/^Abandon actions/));
  expect(screen.getByText(/AWS does not tell CodeBuild/)).toBeTruthy();
  expect(screen.getByRole("textbox")).toHaveProperty("value", "now");
  expect(press(/^Abandon 1 action of e41c9d2/).getAttribute("aria-disabled")).toBeNull();
});

test("of a PARALLEL pipeline what runs is told from the execution's own page, and said to be unknown without it", async () => {
  const state = checkoutWeb();
  state.row.executionMode = "PARALLEL";
  let detail: FakeAnswer = problem(503, "aws.unreachable", "AWS does not answer");
  fakeServer(({ path }) =>
    path.includes("/executions/") ? detail : { status: 200, body: checkoutWebReply() },
  );
  open("operator", state, executionOf("7b09f1e"));
  expect(screen.getByText(/^What of it runs in Approve is not known here; it runs to its end/)).toBeTruthy();
  fireEvent.click(press(/^Abandon actions/));
  expect(
    screen.getByText(/^7b09f1e stops at once\. What of it runs in Approve is not known here/),
  ).toBeTruthy();
  expect(press(/^Abandon 7b09f1e/)).toBeTruthy();
  cleanup();
  const held = state.onTheLine.find(({ id }) => id === executionOf("7b09f1e"));
  Object.assign(held ?? {}, { standing: "ClosedGate", stage: "Prod" });
  open("operator", state, executionOf("7b09f1e"));
  expect(screen.getByText(/^What of it runs is not known here; it runs to its end/)).toBeTruthy();
  cleanup();

  const reply = failedReply();
  const building = actionRun("compile", "10:00", undefined, { status: "InProgress" });
  const stages = [timelineStage("Build", [building, actionRun("lint", "10:00", "10:01")])];
  detail = { status: 200, body: { ...reply, execution: { ...reply.execution, stages } } };
  open("operator", state, executionOf("7b09f1e"));
  expect(await screen.findByText(/^compile runs to its end first\./)).toBeTruthy();
  fireEvent.click(press(/^Abandon actions/));
  expect(screen.getByText(/AWS does not tell CodeBuild, so compile goes on by itself/)).toBeTruthy();
  expect(press(/^Abandon 1 action of 7b09f1e/)).toBeTruthy();
});

test("the only execution needs no choice, and one that is stopping can only be abandoned", () => {
  server();
  const state = checkoutWeb();
  state.onTheLine = state.onTheLine.slice(0, 1);
  const only = state.onTheLine[0];
  if (only !== undefined) {
    only.status = "Stopping";
  }
  open("operator", state);
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.getByRole("heading", { name: "Abandon e41c9d2?" })).toBeTruthy();
  fireEvent.click(press(/^Let actions finish/));
  expect(screen.getAllByText(/is stopping already; it can only be abandoned/).length).toBeGreaterThan(0);
});

test("an approver is told that stopping needs a rule", () => {
  server();
  open("approver");
  expect(
    screen.getAllByText(/Stopping needs a rule that gives it to your group approver\./).length,
  ).toBeGreaterThan(0);
});

test("with nothing on the line there is nothing to stop", () => {
  server();
  open("operator", { ...checkoutWeb(), onTheLine: [] });
  expect(screen.getByRole("heading", { name: "There is nothing to stop" })).toBeTruthy();
});
