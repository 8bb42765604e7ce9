import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ActionState } from "@/lib/domain/pipeline-state";
import { learnServerNow } from "@/lib/queries/server-now";
import { ActionPanel } from "./action-panel";
import { CHECKOUT_NOW, checkoutWeb } from "./checkout-web-fixture";
// What comes on demand is transformed before a test waits for it.
import "./action-panel-body";

beforeEach(() => learnServerNow(CHECKOUT_NOW));
afterEach(cleanup);

async function show(change: Partial<ActionState> = {}) {
  const state = checkoutWeb();
  const stage = state.stages[4];
  const action = stage?.actions[0];
  if (stage === undefined || action === undefined) {
    throw new Error("the fixture has no deploy-eu");
  }
  render(
    <ActionPanel
      stages={state.stages}
      stage={stage}
      action={{ ...action, ...change }}
      covers={false}
      onClose={() => undefined}
      onReview={() => undefined}
      revisionsOf={() => []}
      onSelect={() => undefined}
    />,
  );
  const panel = screen.getByRole("complementary", { name: /deploy-eu/ });
  await within(panel).findByRole("heading", { name: "Last run" });
  return panel;
}

test("tells status, when, how long, which attempt, and the error in AWS's words", async () => {
  const panel = await show();
  expect(panel.textContent).toContain("03:08:21, ran 2 min 14 s, attempt 2");
  expect(panel.textContent).toContain("ActionExecutionFailed");
  expect(panel.textContent).toContain("3 of 6 tasks failed health check");
});

test("shows configuration key by key and never a hidden value", async () => {
  const panel = await show({
    configuration: [
      { key: "StackName", value: "checkout-web-eu", hidden: false },
      { key: "DbPassword", value: "hunter2", hidden: true },
    ],
  });
  expect(panel.textContent).toContain("checkout-web-eu");
  expect(panel.textContent).toContain("DbPassword");
  expect(panel.textContent).toContain("hidden by policy");
  expect(panel.innerHTML).not.toContain("hunter2");
});

test("says where each artifact comes from", async () => {
  expect((await show()).textContent).toContain("packaged from Build.bundle");
});

test("links to the run and to the log, and names a log it has no address for", async () => {
  await show({
    logStreamArn: "arn:aws:logs:eu-west-1:444455556666:log-group:/aws/codebuild/x:log-stream:a/b",
  });
  expect(screen.getByRole("link", { name: /Open in CloudFormation/ }).getAttribute("rel")).toContain(
    "noopener",
  );
  const log = screen.getByRole("link", { name: /^Log/ }).getAttribute("href");
  expect(log).toBe(
    "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Fcodebuild$252Fx/log-events/a$252Fb",
  );
  cleanup();
  expect((await show({ logStreamArn: "arn:other:logs" })).textContent).toContain("arn:other:logs");
});

test("an action of a kind nobody knew still has a panel", async () => {
  const panel = await show({
    category: "Wormhole",
    provider: "QuantumDeploy",
    standing: "Teleporting",
    error: undefined,
  });
  expect(panel.textContent).toContain("QuantumDeploy");
  expect(panel.textContent).toContain("Teleporting");
});
