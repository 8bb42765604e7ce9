import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { at, EXECUTION_NOW, summary } from "@/components/testing/execution-fixture";
import { type FakeAnswer, fakeServer, problem } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { learnServerNow } from "@/lib/queries/server-now";
import { HistoryPage } from "./history-page";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));

const PATH = "/pipelines/prod-eu/checkout-web/executions";

beforeEach(() => learnServerNow(EXECUTION_NOW));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function list(items: ExecutionSummary[], more: object = {}): FakeAnswer {
  const freshness = { kind: "live", asOf: EXECUTION_NOW };
  return { status: 200, body: { items, freshness, now: EXECUTION_NOW, ...more } };
}

function open(answer: (path: string) => FakeAnswer | Promise<FakeAnswer>, search = "") {
  window.history.replaceState(null, "", PATH + search);
  const seen = fakeServer(({ path }) =>
    path.includes("/executions") ? answer(path) : problem(503, "aws.throttled", "Not needed here"),
  );
  const { show } = renderAs("admin", <HistoryPage target="prod-eu" pipeline="checkout-web" />);
  return { seen, again: () => show(<HistoryPage target="prod-eu" pipeline="checkout-web" />) };
}

test("a chip puts its status into the address, and the list is asked for it", async () => {
  const { seen, again } = open(() => list([summary("a1b2c3d4", at("11:00"))]));
  fireEvent.click(screen.getByRole("button", { name: "Stopped" }));
  again();
  fireEvent.click(screen.getByRole("button", { name: "Failed" }));
  expect(window.location.search).toBe("?status=Failed,Stopped");
  again();
  await waitFor(() => expect(seen.some(({ path }) => path.includes("status=Failed%2CStopped"))).toBe(true));
  fireEvent.click(screen.getByRole("button", { name: "Show all" }));
  expect(window.location.search).toBe("");
});

test("a status of tomorrow in the address has a chip", () => {
  open(() => list([]), "?status=Draining");
  expect(screen.getByRole("button", { name: "Draining" }).getAttribute("aria-pressed")).toBe("true");
});

test("a pipeline that has not run says so", async () => {
  open(() => list([]));
  expect(await screen.findByRole("heading", { name: "checkout-web has not run yet" })).toBeTruthy();
});

test("a filter that leaves nothing can be dropped", async () => {
  open(() => list([]), "?status=Cancelled");
  expect(await screen.findByRole("heading", { name: "No execution is Cancelled" })).toBeTruthy();
});

test("while a filter finds nothing, it says how far back was searched", async () => {
  open(
    (path) =>
      path.includes("cursor=")
        ? problem(503, "aws.throttled", "AWS is throttling requests")
        : list([], { nextCursor: "next", searchedTo: "2026-10-12T08:00:00.000Z" }),
    "?status=Cancelled",
  );
  expect(await screen.findByText(/back to 12 Oct|could not be read/)).toBeTruthy();
  expect(
    await screen.findByText(/Older executions could not be read: AWS is throttling requests/),
  ).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("older ones are asked for once somebody scrolls, or when the newest do not fill the window", async () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_row, index) => summary(`${10_000_000 + index}`, at("10:00")));
  const { seen } = open((path) => list(path.includes("cursor=") ? [] : rows(50), { nextCursor: "next" }));
  expect(await screen.findByRole("table")).toBeTruthy();
  const older = () => seen.filter(({ path }) => path.includes("cursor="));
  expect(older()).toEqual([]);
  vi.stubGlobal("scrollY", 40);
  fireEvent.scroll(window);
  await waitFor(() => expect(older().length).toBeGreaterThan(0));
  cleanup();
  vi.stubGlobal("scrollY", 0);

  const { seen: ofFew } = open((path) =>
    list(path.includes("cursor=") ? [] : rows(8), { nextCursor: "next" }),
  );
  await waitFor(() => expect(ofFew.some(({ path }) => path.includes("cursor="))).toBe(true));
});

test("the first answer that is none has its words", async () => {
  open(() => problem(502, "aws.denied", "AWS denies access"));
  expect(await screen.findByRole("heading", { name: "prod-eu may not be read" })).toBeTruthy();
});

test("what came since the list was read waits to be shown", async () => {
  const first = summary("aaaaaaaa", at("10:00"));
  open((path) =>
    path.includes("limit=50") ? list([summary("bbbbbbbb", at("11:00")), first]) : list([first]),
  );
  const show = await screen.findByRole("button", { name: "1 new, show" });
  window.scrollTo = () => undefined;
  fireEvent.click(show);
  await waitFor(() => expect(screen.queryByRole("button", { name: "1 new, show" })).toBeNull());
  expect(screen.getByText("2 executions, all that AWS keeps, back to 21 Nov.")).toBeTruthy();
});

test("what is typed is asked for at once, the rows before stay until its rows come, and the address has it before one leaves", async () => {
  const [one, other] = [summary("aaaaaaaa", at("11:00")), summary("bbbbbbbb", at("10:00"))];
  let answer: (answer: FakeAnswer) => void = () => undefined;
  const typed = new Promise<FakeAnswer>((resolve) => {
    answer = resolve;
  });
  const { seen } = open((path) => (path.includes("q=bb") ? typed : list([one, other])));
  const rows = async () =>
    (await screen.findAllByRole("link", { name: /^[ab]{8}$/ })).map((row) => row.textContent);
  expect(await rows()).toEqual(["aaaaaaaa", "bbbbbbbb"]);
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "bb" } });
  expect(screen.getByRole("region", { name: "Executions" }).getAttribute("aria-busy")).toBe("true");
  expect(window.location.search).toBe("");
  fireEvent.blur(screen.getByRole("searchbox"));
  expect(window.location.search).toBe("?q=bb");
  await waitFor(() => expect(seen.some(({ path }) => path.includes("q=bb"))).toBe(true));
  expect(await rows()).toEqual(["aaaaaaaa", "bbbbbbbb"]);
  // Nothing has come for a while: what is known tells.
  await waitFor(async () => expect(await rows()).toEqual(["bbbbbbbb"]));
  expect(screen.getByRole("region", { name: "Executions" }).getAttribute("aria-busy")).toBe("true");
  answer(list([other, summary("abababbb", at("09:00"))]));
  await waitFor(async () => expect(await rows()).toEqual(["bbbbbbbb", "abababbb"]));
  expect(screen.getByRole("region", { name: "Executions" }).getAttribute("aria-busy")).toBe("false");
});

test("what is typed can be dropped where nothing is found, though the address has not taken it yet", async () => {
  const row = summary("aaaaaaaa", at("11:00"));
  open((path) => list(path.includes("q=") ? [] : [row]));
  await screen.findByRole("link", { name: "aaaaaaaa" });
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "zz" } });
  fireEvent.click(await screen.findByRole("button", { name: "Show all" }));
  expect(await screen.findByRole("link", { name: "aaaaaaaa" })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("");
  await waitFor(() => expect(window.location.search).toBe(""));
});
