import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CHECKOUT_NOW, checkoutWeb, checkoutWebReply } from "@/components/pipelines/checkout-web-fixture";
import { executionOf } from "@/components/pipelines/checkout-web-revisions-fixture";
import { fakeServer, problem } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import { succeededExecution } from "@/components/testing/succeeded-execution";
import { learnServerNow } from "@/lib/queries/server-now";
import { RollbackDialog } from "./rollback-dialog";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The dialog, pointed at an execution of the second page; `fails` says which pages AWS throttles. */
function open(fails: { first?: boolean; second?: boolean }) {
  const page = (id: string, nextCursor?: string) => ({
    items: [succeededExecution(id)],
    nextCursor,
    freshness: checkoutWebReply().freshness,
    now: CHECKOUT_NOW,
  });
  const throttled = problem(503, "aws.throttled", "AWS is throttling. Try again in a moment.");
  fakeServer(({ path }) => {
    if (!path.includes("succeededInStage")) return problem(404, "path.not-found", "None");
    if (path.includes("cursor=")) return fails.second ? throttled : { status: 200, body: page("7b09f1e") };
    return fails.first ? throttled : { status: 200, body: page("5512be0", "more") };
  });
  const control = { onClose: vi.fn(), onPressed: vi.fn(), onNotRecorded: vi.fn(), onAgain: vi.fn() };
  const executionId = executionOf("7b09f1e");
  renderAs(
    "operator",
    <RollbackDialog state={checkoutWeb()} stage="Prod" executionId={executionId} control={control} />,
  );
}

const chosen = () => screen.queryByRole<HTMLInputElement>("radio", { checked: true })?.value;

test.each([
  ["first", "What it can go back to cannot be read."],
  ["second", "Older ones cannot be read."],
])("where the %s page cannot be read, it says so, and looks again when asked", async (which, words) => {
  const fails = { [which]: true };
  open(fails);
  expect(await screen.findByText(words, {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.queryByText(/Looking for it/)).toBeNull();
  fails[which] = false;
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await vi.waitFor(() => expect(chosen()).toBe(executionOf("7b09f1e")));
  expect(screen.queryByText(words)).toBeNull();
});
