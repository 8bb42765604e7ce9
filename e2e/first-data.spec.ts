import { executionPage, newestExecution } from "./fixtures/executions";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { signedCall } from "./fixtures/signed-call";
import { expect, test } from "./fixtures/world";

const history = `${pageOf(places.ordersApi)}/executions`;

test.use({ storageState: signedIn("viewer") });

/** Until the server has read the pipelines once, a page comes with its skeleton. */
test.beforeEach(async ({ page }) => {
  for (const path of ["/api/pipelines", `/api${pageOf(places.ordersApi)}/state`, `/api${history}?limit=50`]) {
    expect((await page.request.get(path)).ok()).toBe(true);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the overview shows pipelines and how they stand", async ({ page }) => {
    await page.goto("/");
    const table = page.getByRole("table", { name: "Pipelines" });
    await expect(table.getByRole("row", { name: /Approval.*orders-api/ })).toBeVisible();
    await expect(table.getByRole("link", { name: "ledger-core", exact: true })).toBeVisible();
  });

  test("a pipeline's page shows its stages", async ({ page }) => {
    await page.goto(pageOf(places.ordersApi));
    await expect(page.getByRole("region", { name: "Stage Approve" })).toBeVisible();
  });

  test("the history shows executions", async ({ page }) => {
    await page.goto(history);
    const table = page.getByRole("table", { name: "Executions, newest first" });
    await expect(table.getByRole("row").nth(9)).toBeVisible();
  });

  test("a question in the address is answered", async ({ page }) => {
    const id = await newestExecution(page, places.ordersApi, "Succeeded");
    await page.goto(`/revisions?q=${id.slice(0, 8)}`);
    const found = page.getByRole("region", { name: "Revisions found" });
    await expect(found.getByRole("link", { name: "orders-api" }).first()).toBeVisible();
  });
});

test("a page tells the browser's console nothing while it comes to life", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const id = await newestExecution(page, places.ordersApi, "Succeeded");
  for (const [path, name] of [
    ["/", "media-transcoder"],
    [pageOf(places.ordersApi), "orders-api"],
    [history, "orders-api"],
    [executionPage(places.ordersApi, id), "orders-api"],
    ["/settings", "What I may do here"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: "Vera Novak, group viewer" }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test("neither the HTML nor a reply holds an approval's token", async ({ page }) => {
  const state = await signedCall("GetPipelineState", places.ordersApi, { name: places.ordersApi.pipeline });
  const tokens = [...state.matchAll(/"token":"([^"]+)"/g)].map(([, token]) => token);
  expect(tokens).not.toEqual([]);
  const [, running = ""] = /"pipelineExecutionId":"([^"]+)"/.exec(state) ?? [];
  const execution = executionPage(places.ordersApi, running);
  for (const path of [
    "/",
    pageOf(places.ordersApi),
    history,
    execution,
    "/api/pipelines",
    `/api${pageOf(places.ordersApi)}`,
    `/api${pageOf(places.ordersApi)}/state`,
    `/api${history}`,
    `/api${execution}`,
  ]) {
    const reply = await page.request.get(path);
    expect(reply.status(), path).toBe(200);
    const text = await reply.text();
    expect(text, path).toContain(path.startsWith("/api/") ? '"now":' : "orders-api");
    for (const token of tokens) expect(text, path).not.toContain(token);
    expect(text, path).not.toMatch(/\\?"token\\?"/i);
  }
});

test("nothing of the pipelines goes to somebody who has not signed in", async ({ playwright, baseURL }) => {
  const nobody = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  const reply = await nobody.get("/", { maxRedirects: 0 });
  expect(reply.headers().location).toContain("/login");
  expect(await reply.text()).not.toContain("orders-api");
  await nobody.dispose();
});
