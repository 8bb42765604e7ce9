import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWeb, checkoutWebReply } from "@/components/pipelines/checkout-web-fixture";
import { executionOf } from "@/components/pipelines/checkout-web-revisions-fixture";
import { type FakeAnswer, fakeServer, problem, type SeenRequest } from "@/components/testing/fake-server";
import { personOf, renderAs } from "@/components/testing/render-as";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Receipt } from "@/lib/domain/receipt";
import type { Role } from "@/lib/domain/role";
import { learnServerNow } from "@/lib/queries/server-now";
import { useShips } from "@/lib/queries/ships-queries";
import { ApprovalDialog } from "./approval-dialog";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const PLACE = { stage: "Approve", action: "ship-to-prod" };

function receiptOf(key: string, more: Partial<Receipt> = {}): FakeAnswer {
  const receipt: Receipt = {
    id: key,
    verb: "approve",
    target: "prod-eu",
    pipeline: "checkout-web",
    stage: "Approve",
    action: "ship-to-prod",
    executionId: executionOf("c08d3aa"),
    person: { id: "admin", name: "Ada Lindqvist" },
    state: "accepted",
    recordedAt: "2026-11-21T03:12:09.118Z",
    sentAt: "2026-11-21T03:12:09.131Z",
    settledAt: "2026-11-21T03:12:09.731Z",
    awsRequestId: "71c0aaaa-bbbb-4ccc-8ddd-eeeeeeeee0e5",
    ...more,
  };
  return { status: 200, body: { receipt, now: CHECKOUT_NOW } };
}

function server(press: (request: SeenRequest) => FakeAnswer | Promise<FakeAnswer>): SeenRequest[] {
  return fakeServer((request) =>
    request.path.endsWith("/state") ? { status: 200, body: checkoutWebReply() } : press(request),
  );
}

function open(role: Role = "approver", state: PipelineState = checkoutWeb()) {
  const onPressed = vi.fn<(key: string) => void>();
  const onNotRecorded = vi.fn<(key: string) => void>();
  const onReview = vi.fn<(executionId: string) => void>();
  const dialog = (shown: PipelineState) => (
    <ApprovalDialog
      state={shown}
      place={PLACE}
      person={personOf(role)}
      onClose={() => undefined}
      onPressed={onPressed}
      onNotRecorded={onNotRecorded}
      onReview={onReview}
    />
  );
  const { show } = renderAs(role, dialog(state));
  return { onPressed, onNotRecorded, onReview, showState: (shown: PipelineState) => show(dialog(shown)) };
}

/** What asks what would ship before the dialog does. */
function Preview() {
  const of = { target: "prod-eu", pipeline: "checkout-web", stage: "Approve" };
  const { approval } = useShips(of, { executionId: executionOf("c08d3aa") });
  return approval?.firstBy === null ? <p>Nobody yet</p> : null;
}

const approve = () => screen.getByRole("button", { name: /^Approve c08d3aa/ });
const posts = (seen: SeenRequest[]) => seen.filter((request) => request.method === "POST");

test("says what would ship, from whom, to where, and the two warnings", () => {
  server(() => "lost");
  open();
  expect(screen.getByRole("heading", { name: "Approve c08d3aa for Prod?" })).toBeTruthy();
  expect(screen.getByText("Apple Pay: retry on 409")).toBeTruthy();
  expect(screen.getByText("s.ferreira")).toBeTruthy();
  expect(screen.getByText("Is the error budget fine, and does support know?")).toBeTruthy();
  expect(screen.getByText("A newer execution is right behind.")).toBeTruthy();
  expect(screen.getByText(/would stand/).textContent).toContain("third, behind 41fa0c7 and 5512be0");
});

test("a double click sends one press with one key, and the receipt takes the buttons' place", async () => {
  const seen = server((request) => receiptOf(request.key ?? ""));
  const { onPressed } = open();
  fireEvent.click(approve());
  fireEvent.click(approve());
  await screen.findByText("AWS accepted it");
  const [press, ...more] = posts(seen);
  expect(more).toEqual([]);
  expect(press?.path).toBe(
    "/api/pipelines/prod-eu/checkout-web/stages/Approve/actions/ship-to-prod/approval",
  );
  expect(press?.body).toEqual({
    executionId: executionOf("c08d3aa"),
    result: "Approved",
    summary: "",
    seenWaiting: [executionOf("7b09f1e")],
  });
  expect(press?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(onPressed.mock.calls.every(([key]) => key === press?.key)).toBe(true);
  expect(screen.queryByRole("button", { name: /^Approve/ })).toBeNull();
});

test("rejecting needs a comment and sends it", async () => {
  const seen = server((request) => receiptOf(request.key ?? "", { verb: "reject" }));
  open();
  fireEvent.click(screen.getByRole("button", { name: "Reject…" }));
  const reject = screen.getByRole("button", { name: /^Reject c08d3aa/ });
  expect(reject.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(reject);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "  Errors on staging " } });
  fireEvent.click(screen.getByRole("button", { name: /^Reject c08d3aa/ }));
  await screen.findByText("AWS accepted it");
  expect(posts(seen).map((request) => request.body)).toEqual([
    {
      executionId: executionOf("c08d3aa"),
      result: "Rejected",
      summary: "Errors on staging",
      seenWaiting: [executionOf("7b09f1e")],
    },
  ]);
});

test("a comment beyond 512 characters is not cut but told of", () => {
  server(() => "lost");
  open();
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "x".repeat(513) } });
  expect(screen.getByText("513 / 512")).toBeTruthy();
  expect(approve().getAttribute("aria-disabled")).toBe("true");
});

test("a viewer reads everything and is told why the buttons are off", () => {
  const seen = server(() => "lost");
  open("viewer");
  fireEvent.click(approve());
  expect(approve().getAttribute("aria-disabled")).toBe("true");
  expect(
    screen.getAllByText(/Approving needs a rule that gives it to your group viewer\./).length,
  ).toBeGreaterThan(0);
  expect(posts(seen)).toEqual([]);
});

test("when another execution waits meanwhile the dialog says so and lets go of the button", async () => {
  const seen = server(() => "lost");
  const moved = checkoutWeb();
  const approval = moved.stages[3]?.actions[0]?.approval;
  if (approval !== undefined) {
    approval.executionId = executionOf("7b09f1e");
  }
  const { showState, onReview } = open();
  showState(moved);
  expect(screen.getByText("It is not what you opened.")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Approve c08d3aa for Prod?" })).toBeTruthy();
  fireEvent.click(approve());
  expect(approve().getAttribute("aria-disabled")).toBe("true");
  expect(posts(seen)).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Show 7b09f1e" }));
  expect(onReview).toHaveBeenCalledWith(executionOf("7b09f1e"));
});

test("a connection lost after the press is settled by the receipt, not by sending again", async () => {
  let asked = 0;
  const seen = server((request) => {
    if (request.method === "POST") {
      return "lost";
    }
    asked += 1;
    return receiptOf(request.path.split("/").at(-1) ?? "");
  });
  open();
  fireEvent.click(approve());
  await screen.findByText("AWS accepted it");
  expect(posts(seen)).toHaveLength(1);
  expect(asked).toBeGreaterThan(0);
  expect(seen.find((request) => request.path.startsWith("/api/receipts/"))?.path).toBe(
    `/api/receipts/${posts(seen)[0]?.key}`,
  );
});

test("a press that never arrived may be repeated, as the same press", async () => {
  let arrives = false;
  const seen = server((request) => {
    if (request.method === "POST") {
      return arrives ? receiptOf(request.key ?? "") : "lost";
    }
    return problem(404, "receipt.not-found", "There is no such receipt");
  });
  open();
  fireEvent.click(approve());
  await screen.findByText("It did not arrive.");
  arrives = true;
  fireEvent.click(approve());
  await screen.findByText("AWS accepted it");
  const keys = posts(seen).map((request) => request.key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test("an unknown outcome offers no button that sends again", async () => {
  server((request) => receiptOf(request.key ?? "", { state: "unknown", settledAt: undefined }));
  open();
  fireEvent.click(approve());
  await screen.findByText("Not known yet, checking");
  const names = screen
    .getAllByRole("button")
    .map((button) => button.textContent || button.getAttribute("aria-label"));
  expect(names).toEqual(["Close", "Close"]);
});

test("a press refused before sending leads to the execution that waits now", async () => {
  const moved = checkoutWeb();
  const approval = moved.stages[3]?.actions[0]?.approval;
  if (approval !== undefined) {
    approval.executionId = executionOf("7b09f1e");
  }
  server((request) =>
    receiptOf(request.key ?? "", {
      state: "refused",
      refusal: {
        code: "approval.moved",
        message: "ship-to-prod now waits for 7b09f1e.",
        beforeSending: true,
      },
    }),
  );
  const { showState, onReview } = open();
  fireEvent.click(approve());
  await screen.findByText("Not sent: it is another execution now");
  showState(moved);
  fireEvent.click(screen.getByRole("button", { name: "Show what 7b09f1e ships" }));
  expect(onReview).toHaveBeenCalledWith(executionOf("7b09f1e"));
});

test("a problem of our server is told with its request, and the buttons stay", async () => {
  server(() => problem(403, "auth.forbidden", "You may not do this", { detail: "It changed just now." }));
  const { onPressed, onNotRecorded } = open();
  fireEvent.click(approve());
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("You may not do this. It changed just now.");
  expect(onNotRecorded.mock.calls).toEqual(onPressed.mock.calls);
  expect(alert.textContent).toContain("Request req-1");
  await waitFor(() => expect(approve().getAttribute("aria-disabled")).toBeNull());
});

test("who approved first is told as it is when the dialog is opened, not as an earlier look had it", async () => {
  const end = {
    id: executionOf("c08d3aa"),
    standing: "InProgress",
    executionType: "STANDARD",
    revisions: [],
  };
  const shipsOf = (firstBy: { id: string; name: string } | null): FakeAnswer => {
    const same = { sources: [], variables: { changed: [], same: 0 }, waiting: [], gaps: [] };
    const ships = { stage: "Approve", destination: "Prod", direction: "none", to: end, ...same };
    const freshness = { kind: "live", asOf: CHECKOUT_NOW };
    return { status: 200, body: { ships, approval: { firstBy }, freshness, now: CHECKOUT_NOW } };
  };
  let answer: (ships: FakeAnswer) => void = () => undefined;
  let ships: FakeAnswer | Promise<FakeAnswer> = shipsOf(null);
  server(({ path }) => (path.includes("/ships?") ? ships : "lost"));
  const rule = { path: "permissions.pipelines[0]", line: 12, words: "" };
  const { show } = renderAs("approver", <Preview />, { twoApprovers: rule });
  await screen.findByText("Nobody yet");
  ships = new Promise((resolve) => {
    answer = resolve;
  });
  show(
    <ApprovalDialog
      state={checkoutWeb()}
      place={PLACE}
      person={personOf("approver")}
      onClose={() => undefined}
      onPressed={() => undefined}
      onNotRecorded={() => undefined}
      onReview={() => undefined}
    />,
  );
  expect(approve().textContent).toBe("Approve c08d3aa for Prod");
  answer(shipsOf({ id: "u-2", name: "Linus" }));
  expect(await screen.findByText(/Linus approved first/)).toBeTruthy();
  expect(approve().textContent).toBe("Approve c08d3aa as second, ships now");
});

test("a link to an approval that no longer waits says so", () => {
  server(() => "lost");
  const state = checkoutWeb();
  const action = state.stages[3]?.actions[0];
  if (action !== undefined) {
    action.approval = undefined;
  }
  open("approver", state);
  expect(screen.getByRole("heading", { name: "Nothing waits for an answer here" })).toBeTruthy();
});
