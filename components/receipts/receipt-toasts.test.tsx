import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWebReply } from "@/components/pipelines/checkout-web-fixture";
import { executionOf } from "@/components/pipelines/checkout-web-revisions-fixture";
import { fakeServer, problem } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { Receipt } from "@/lib/domain/receipt";
import { learnServerNow } from "@/lib/queries/server-now";
import { ReceiptToasts } from "./receipt-toasts";
import { trackReceipt, untrackReceipt } from "./tracked-receipts";
// What comes on demand is transformed before a test waits for it.
import "./receipt-toast";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));

const ID = "0d2c9b1e-5a53-4a53-9a51-6a2f1b8d7c01";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  learnServerNow(CHECKOUT_NOW);
});
afterEach(() => {
  cleanup();
  act(() => untrackReceipt(ID));
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function server(change: Partial<Receipt> | null, left = false) {
  fakeServer(({ path }) => {
    if (path.endsWith("/state")) {
      const body = checkoutWebReply();
      const action = body.state.stages[3]?.actions[0];
      if (left && action !== undefined) {
        action.approval = undefined;
      }
      return { status: 200, body };
    }
    if (change === null) {
      return problem(404, "receipt.not-found", "There is no such receipt");
    }
    const receipt: Receipt = {
      id: ID,
      verb: "approve",
      target: "prod-eu",
      pipeline: "checkout-web",
      stage: "Approve",
      action: "ship-to-prod",
      executionId: executionOf("c08d3aa"),
      person: { id: "approver", name: "Arun Mehta" },
      state: "accepted",
      recordedAt: "2026-11-21T03:12:04.118Z",
      sentAt: "2026-11-21T03:12:04.131Z",
      ...change,
    };
    return { status: 200, body: { receipt, now: CHECKOUT_NOW } };
  });
}

test("goes five seconds after the effect was seen", async () => {
  server({}, true);
  act(() => trackReceipt(ID));
  renderAs("approver", <ReceiptToasts />);
  expect(await screen.findByText(/Approved, and seen/)).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(5_100));
  expect(screen.queryByText(/Approved, and seen/)).toBeNull();
});

test("a refusal stays until it is closed", async () => {
  server({
    state: "refused",
    refusal: { code: "ApprovalAlreadyCompletedException", message: "Answered", beforeSending: false },
  });
  act(() => trackReceipt(ID));
  renderAs("approver", <ReceiptToasts />);
  await screen.findByText(/Refused: already answered/);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(screen.getByText("stays until closed")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Close this receipt" }));
  expect(screen.queryByText(/Refused/)).toBeNull();
});

test("what was pressed before a reload is known from the tab's storage", () => {
  server({ state: "unknown" });
  act(() => trackReceipt(ID));
  expect(JSON.parse(window.sessionStorage.getItem("pipedeck.receipts") ?? "[]")).toEqual([ID]);
});

test("the receipt in the URL has no toast, and one that does not turn up is given time before it goes", async () => {
  server(null);
  act(() => trackReceipt(ID));
  window.history.replaceState(null, "", `/?receipt=${ID}`);
  renderAs("approver", <ReceiptToasts />);
  expect(screen.queryByRole("status")).toBeNull();
  cleanup();
  window.history.replaceState(null, "", "/");
  renderAs("approver", <ReceiptToasts />);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(window.sessionStorage.getItem("pipedeck.receipts")).toContain(ID);
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(window.sessionStorage.getItem("pipedeck.receipts")).toBe("[]");
});
