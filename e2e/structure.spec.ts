import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { signedCall } from "./fixtures/signed-call";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("viewer") });

interface Declared {
  version: number;
  variables?: { name: string; defaultValue?: string }[];
  stages: { name: string; actions: { name: string; configuration?: Record<string, string> }[] }[];
}

const { catalogImport, giftCards } = places;
const changed = `${pageOf(catalogImport)}/structure`;

async function declared(): Promise<Declared> {
  const answer = await signedCall("GetPipeline", catalogImport, { name: catalogImport.pipeline });
  const { pipeline }: { pipeline: Declared } = JSON.parse(answer);
  return pipeline;
}

/** Changes the declaration as somebody does in AWS, in a way that each version differs by. */
async function update(page: Page): Promise<number> {
  const pipeline = await declared();
  const stages = pipeline.stages.map((stage) =>
    stage.name === "Build"
      ? {
          ...stage,
          actions: stage.actions.map((action) => ({
            ...action,
            configuration: {
              ...action.configuration,
              ProjectName: `catalog-jar-${pipeline.version + 1}`,
              EnvironmentVariables: `[{"name":"TOKEN","value":"hunter${pipeline.version}"}]`,
            },
          })),
        }
      : stage,
  );
  await signedCall("UpdatePipeline", catalogImport, { pipeline: { ...pipeline, stages } });
  const version = pipeline.version + 1;
  const api = `/api/pipelines/${catalogImport.target}/${catalogImport.pipeline}`;
  const known = async () => (await (await page.request.get(api)).json()).currentVersion;
  await expect.poll(known).toBe(version);
  return version;
}

async function expectNothingWithheldIn(page: Page): Promise<void> {
  expect(await page.content()).not.toMatch(/hunter\d/);
}

// Each makes a new version of the same pipeline.
test.describe.configure({ mode: "default" });

test("the declaration is a tab away, with stages, artifacts, configuration and conditions", async ({
  page,
}) => {
  await page.goto(pageOf(giftCards));
  await page.getByRole("link", { name: "Structure" }).click();
  await expect(page).toHaveURL(/\/structure$/);
  const prod = page.getByRole("region", { name: /Prod$/ });
  await expect(prod.getByRole("region", { name: "Before entry condition" })).toContainText("redeem-errors");
  await expect(page.getByRole("complementary", { name: "About the whole pipeline" })).toContainText("queued");
  await expect(page.getByRole("region", { name: /Source$/ })).toContainText("FullRepositoryId");
});

test("what changed between two versions is told by meaning, and a withheld value only that it differs", async ({
  page,
}) => {
  await update(page);
  const version = await update(page);
  await page.goto(changed);
  await page.getByRole("button", { name: "Changes" }).click();
  const changes = page.getByRole("region", { name: `Changes from version ${version - 1} to ${version}` });
  await expect(changes).toContainText(`catalog-jar-${version - 1}`);
  await expect(changes).toContainText(`catalog-jar-${version}`);
  await expect(changes.getByText("EnvironmentVariables")).toBeVisible();
  await expect(changes).toContainText("another value now");
  await expect(page).toHaveURL(new RegExp(`compareWith=${version - 1}`));
  await expectNothingWithheldIn(page);

  await page.getByRole("combobox", { name: "compared with" }).selectOption(String(version));
  await expect(page.getByText("compared with itself")).toBeVisible();
  await page.goBack();
  await expect(changes).toBeVisible();
});

test("an older version is a choice away and stands in the address", async ({ page }) => {
  const version = await update(page);
  await page.goto(changed);
  await page.getByRole("button", { name: "Version: the one before" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`version=${version - 1}`));
  await expect(page.getByText(`catalog-jar-${version - 1}`)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Version" })).toHaveValue(String(version - 1));
  await page.getByRole("combobox", { name: "Version" }).selectOption(String(version));
  await expect(page.getByText(`catalog-jar-${version}`)).toBeVisible();
});

test("the text to copy or keep says what is withheld", async ({ page, context }) => {
  await update(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${changed}?view=json`);
  await page.getByRole("button", { name: "Copy without secrets" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { pipeline }: { pipeline: Declared } = JSON.parse(copied);
  expect(pipeline.stages.map(({ name }) => name)).toEqual((await declared()).stages.map(({ name }) => name));
  expect(copied).toContain('"EnvironmentVariables": "(withheld by Pipedeck)"');
  expect(copied).not.toMatch(/hunter\d/);

  await page.getByRole("button", { name: "YAML" }).click();
  await expect(page.getByText("EnvironmentVariables: (withheld by Pipedeck)")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${catalogImport.pipeline}-version-${pipeline.version}.yaml`);
  expect(await readFile(await file.path(), "utf8")).toContain(`name: ${catalogImport.pipeline}`);
});

test("a version there is none of says so and leads to the newest", async ({ page }) => {
  for (const version of ["9999", "x"]) {
    await page.goto(`${changed}?version=${version}`);
    await expect(
      page.getByRole("heading", { name: `No such version of ${catalogImport.pipeline}` }),
    ).toBeVisible();
  }
  await page.getByRole("link", { name: "The newest version" }).click();
  await expect(page.getByRole("list", { name: "Stages" })).toBeVisible();
});
