import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EXECUTION_NOW, failedReply, ruleRun } from "@/components/testing/execution-fixture";
import { type FakeAnswer, fakeServer, problem } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { Role } from "@/lib/domain/role";
import { learnServerNow } from "@/lib/queries/server-now";
import { ExecutionPage } from "./execution-page";
import { Timeline } from "./timeline";
// What comes on demand is transformed before a test waits for it.
import "./run-panel-body";

vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(window.location.search) }));

const ID = failedReply().execution.summary.id;
const PATH = `/pipelines/prod-eu/checkout-web/executions/${ID}`;

beforeEach(() => {
  window.history.replaceState(null, "", PATH);
  learnServerNow(EXECUTION_NOW);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(
  search = "",
  change: (reply: ReturnType<typeof failedReply>) => void = () => undefined,
  role: Role = "admin",
) {
  const body = failedReply();
  change(body);
  return answering({ status: 200, body }, search, role);
}

function answering(answer: FakeAnswer, search = "", role: Role = "admin") {
  window.history.replaceState(null, "", PATH + search);
  fakeServer(({ path }) =>
    path.startsWith("/api/receipts")
      ? { status: 200, body: { items: [], freshness: {}, now: EXECUTION_NOW } }
      : answer,
  );
  renderAs(role, <ExecutionPage target="prod-eu" pipeline="checkout-web" id={ID} />);
}

test("what failed and why stands first", async () => {
  open();
  const heading = await screen.findByRole("heading", { name: "deploy-eu failed in Prod" });
  const card = heading.closest("section");
  if (card === null) throw new Error("the heading stands in a card");
  expect(within(card).getByText("JobFailed")).toBeTruthy();
  expect(card.textContent).toContain("3 of 6 tasks failed Same error in attempt 1.");
});

test("the timeline is a table that says when each thing was", async () => {
  open();
  const table = await screen.findByRole("table", { name: "Timeline" });
  const rows = within(table).getAllByRole("row");
  expect(rows.map((row) => row.textContent).join("\n")).toContain(
    "09:04:00 to 11:00:00, Succeeded, waited for a person",
  );
  expect(within(table).getByRole("row", { name: /attempt 2/ }).textContent).toContain("10 min 00 s");
  expect(within(table).getByText("did not run", { selector: "span.shrink-0" })).toBeTruthy();
});

test("a line leads to its run, whose address names the attempt", async () => {
  open();
  const row = await screen.findByRole("row", { name: /attempt 1/ });
  const link = within(row).getByRole("link", { name: "deploy-eu" });
  expect(link.getAttribute("href")).toBe("?action=Prod/deploy-eu&attempt=1");
  fireEvent.click(link);
  expect(window.location.search).toBe("?action=Prod/deploy-eu&attempt=1");
});

test("the panel of a run has what went in, what came out, and hides what it must", async () => {
  open("?action=Prod/deploy-eu&attempt=2");
  const panel = await screen.findByRole("complementary", { name: /deploy-eu/ });
  await within(panel).findByRole("heading", { name: "Artifacts" });
  expect(panel.textContent).toContain("shop-blue");
  expect(panel.textContent).toContain("written as shop-#{variables.deploy_color}");
  expect(panel.textContent).toContain("hidden by policy");
  expect(panel.textContent).toContain("bundle from Build.compile");
  expect(panel.textContent).toContain("outreport");
  expect(panel.textContent).toContain("stack-1");
  expect(
    within(panel)
      .getByRole("link", { name: /Open in CloudFormation/ })
      .getAttribute("href"),
  ).toBe("https://example.com/run");
  fireEvent.keyDown(document, { key: "Escape" });
  expect(window.location.search).toBe("");
});

test("a rule has an address and a panel, too", async () => {
  open("?rule=Prod/weekdays");
  expect((await screen.findByRole("complementary", { name: /weekdays/ })).textContent).toContain(
    "Prod, rule",
  );
});

test("an address of a run that does not exist opens no panel", async () => {
  open("?action=Prod/deploy-eu&attempt=7");
  await screen.findByRole("table", { name: "Timeline" });
  expect(screen.queryByRole("complementary", { name: /deploy-eu/ })).toBeNull();
});

test("folding is in the address", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Fold waits: on" }));
  expect(window.location.search).toBe("?fold=off");
});

test("revisions, variables, stop reason and rollbacks both ways are shown", async () => {
  open();
  const facts = await screen.findByRole("complementary", { name: "About this execution" });
  expect(facts.textContent).toContain("New health check");
  expect(facts.textContent).toContain("deploy_colorblue");
  expect(facts.textContent).toContain("api_token hidden by policy");
  expect(facts.textContent).toContain("Wrong window");
  expect(facts.textContent).toContain("version 3, now 4");
  const links = within(facts)
    .getAllByRole("link")
    .map((link) => link.getAttribute("href"));
  expect(links).toContain("/pipelines/prod-eu/checkout-web/executions/11111111-0000-4000-8000-000000000000");
  expect(links).toContain("/pipelines/prod-eu/checkout-web/executions/22222222-0000-4000-8000-000000000000");
});

test("an execution that has ended has no stop button", async () => {
  open();
  await screen.findByRole("table", { name: "Timeline" });
  expect(screen.queryByRole("button", { name: /^Stop…/ })).toBeNull();
});

test("one that runs can be stopped, by those who may", async () => {
  open(
    "",
    ({ execution: { summary } }) => Object.assign(summary, { status: "InProgress", standing: "InProgress" }),
    "viewer",
  );
  const [stop] = await screen.findAllByRole("button", { name: /^Stop…/ });
  expect(stop?.getAttribute("title")).toContain("Stopping needs a rule that gives it to your group viewer.");
});

test("a status of tomorrow is shown by its name", async () => {
  open("", ({ execution: { summary } }) =>
    Object.assign(summary, { status: "Draining", standing: "Draining" }),
  );
  expect((await screen.findAllByText("Draining")).length).toBeGreaterThan(0);
});

test.each([
  ["execution.not-found", 404, "No such execution of checkout-web"],
  ["request.invalid", 400, "No execution can have this address"],
  ["pipeline.not-found", 404, "No pipeline “checkout-web” in prod-eu"],
  ["aws.denied", 502, "prod-eu may not be read"],
  ["aws.throttled", 503, "AWS is throttling prod-eu"],
  ["aws.unreachable", 502, "prod-eu does not answer"],
])("the answer %s has its own words", async (code, status, heading) => {
  answering(problem(status, code, "As the server says it"));
  expect(await screen.findByRole("heading", { name: heading })).toBeTruthy();
});

test("a stage has an address of its own, which opens it and points at it", async () => {
  open("?closed=Prod");
  const link = await screen.findByRole("link", { name: "Address of Prod" });
  expect(link.getAttribute("href")).toBe("?stage=Prod");
  fireEvent.click(link);
  expect(window.location.search).toBe("?stage=Prod");
});

test("a retried stage and a rule that was overridden say so", async () => {
  open("", ({ execution }) => {
    const prod = execution.stages.at(-1);
    if (prod === undefined) throw new Error("the fixture has stages");
    prod.retry = { automatic: 1, manual: 1, latestTrigger: "ManualStageRetry" };
    prod.rules = [
      ruleRun("alarm", "09:00", "09:01", { condition: "beforeEntry", standing: "Failed", overridden: true }),
    ];
  });
  const table = await screen.findByRole("table", { name: "Timeline" });
  expect(within(table).getByText("2 retries, 1 automatic")).toBeTruthy();
  expect(within(table).getByText("overridden")).toBeTruthy();
});

test("an execution whose runs may not be read does not say that nothing ran", async () => {
  open("", ({ execution }) => {
    execution.stages = [];
    execution.denied = ["codepipeline:ListActionExecutions"];
  });
  expect(await screen.findByText("When its actions ran may not be read.")).toBeTruthy();
  expect(screen.queryByText("Nothing of this execution has run yet.")).toBeNull();
});

test("an execution that AWS no longer keeps shows what is kept of it, and offers nothing to press", async () => {
  open("", ({ execution }) => {
    execution.forgotten = true;
    execution.failure = undefined;
    for (const stage of execution.stages) Object.assign(stage, { actions: [], rules: [], pending: [] });
  });
  const stages = await screen.findByRole("region", { name: "Stages" });
  expect(stages.textContent).toContain("AWS no longer keeps what its actions did");
  expect(
    within(stages)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toContain("ProdFailed");
  expect(screen.queryByRole("table", { name: "Timeline" })).toBeNull();
  expect(screen.queryByRole("button", { name: /^(Retry|Roll)/ })).toBeNull();
  expect(screen.queryByRole("link", { name: /Open in AWS/ })).toBeNull();
});

test("the timeline stays the same one when its execution ends", () => {
  const { execution } = failedReply();
  const running = {
    ...execution,
    summary: { ...execution.summary, status: "InProgress", standing: "InProgress" },
  };
  const timeline = (of: typeof execution) => <Timeline execution={of} params={{}} change={() => undefined} />;
  const { show } = renderAs("admin", timeline(running));
  const table = screen.getByRole("table", { name: "Timeline" });
  show(timeline(execution));
  expect(screen.getByRole("table", { name: "Timeline" })).toBe(table);
});
