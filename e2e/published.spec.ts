import type { Page } from "@playwright/test";
import { nobody, people } from "./fixtures/people";
import { type Published, publishedServer } from "./fixtures/published";
import { expect, test } from "./fixtures/world";

const server = publishedServer();
const id = "00000000-0000-4000-8000-000000000001";

test.use({ storageState: nobody });
test.skip(server === undefined, "The answers AWS published are not beside this clone.");

/** Everything the browser complains of, and everything a page calls an error. */
async function complaintsOf(page: Page, path: string, seen: () => Promise<unknown>): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${server?.url}${path}`);
  await seen();
  return [...complaints, ...(await page.getByRole("alert").allTextContents()).filter(Boolean)];
}

for (const target of ["rest", "closed", "approval", "declared"]) {
  test(`every page shows what AWS published: ${target}`, async ({ page }) => {
    const told = await page.request.get(`${server?.stands[target]}/answers`);
    const published: Published = await told.json();
    await page.goto(`${server?.url}/login`);
    await page.getByRole("button", { name: people.viewer }).click();
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();

    const names = published.ListPipelines.pipelines.map(({ name }) => name);
    const overview = await complaintsOf(page, `/?q=target:${target}`, async () => {
      for (const name of names) await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    });
    expect(overview).toEqual([]);

    const path = `/pipelines/${target}/${names[0]}`;
    // A fragment of a state names no stage: then the declaration says which there are.
    const states = (published.GetPipelineState.stageStates ?? []).filter(({ stageName }) => stageName);
    const declared = published.GetPipeline.pipeline.stages.map(({ name }) => name);
    const stages = states.length > 0 ? states.map(({ stageName = "" }) => stageName) : declared;
    const pipeline = await complaintsOf(page, path, async () => {
      const rail = page.getByRole("region", { name: "Stages" });
      for (const name of stages) await expect(rail.getByRole("heading", { name, exact: true })).toBeVisible();
      for (const { inboundTransitionState } of states)
        await expect(rail).toContainText(inboundTransitionState?.disabledReason ?? "");
    });
    expect(pipeline).toEqual([]);
    for (const { stageName, actionStates } of states) {
      for (const { actionName } of actionStates ?? []) {
        await page.locator(`[data-action="${stageName}/${actionName}"]`).click();
        await expect(page.getByRole("complementary", { name: actionName })).toBeVisible();
      }
    }

    const summaries = published.ListPipelineExecutions.pipelineExecutionSummaries;
    const history = await complaintsOf(page, `${path}/executions`, async () => {
      const rows = page.getByRole("table", { name: "Executions, newest first" }).getByRole("row");
      await expect(rows).toHaveCount(summaries.length);
      for (const [index, { sourceRevisions }] of summaries.entries())
        await expect(rows.nth(index)).toContainText(sourceRevisions?.[0]?.revisionSummary ?? "");
    });
    expect(history).toEqual([]);

    const { executionType, artifactRevisions } = published.GetPipelineExecution.pipelineExecution;
    const execution = await complaintsOf(page, `${path}/executions/${id}`, async () => {
      const timeline = page.getByRole("table", { name: "Timeline" });
      for (const { actionName } of published.ListActionExecutions.actionExecutionDetails)
        await expect(timeline.getByRole("link", { name: actionName, exact: true })).toBeVisible();
      for (const { ruleName } of published.ListRuleExecutions.ruleExecutionDetails)
        await expect(timeline.getByRole("link", { name: new RegExp(ruleName) }).first()).toBeVisible();
      for (const { revisionSummary } of artifactRevisions ?? [])
        await expect(page.getByText(revisionSummary ?? "").first()).toBeVisible();
      if (executionType === "ROLLBACK") await expect(page.getByText("rollback").first()).toBeVisible();
    });
    expect(execution).toEqual([]);
  });
}
