import { signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { acceptedReceipt } from "./fixtures/receipts";
import { expect, test } from "./fixtures/world";

test.use({ storageState: signedIn("operator") });

const cases = [
  {
    mode: "SUPERSEDED",
    place: places.emailTemplates,
    stage: "Render",
    how: "Abandon actions",
    verb: "Abandon",
    abandon: true,
  },
  {
    mode: "QUEUED",
    place: places.paymentsGateway,
    stage: "Build",
    how: "Let actions finish",
    verb: "Stop",
    abandon: false,
  },
];

for (const { mode, place, stage, how, verb, abandon } of cases) {
  test(`an operator stops an execution in ${mode} mode: ${how}`, async ({ page, world }) => {
    await world.takes(place, "Source", 0);
    await world.takes(place, stage, 3_600_000);
    await page.goto(pageOf(place));
    const executionId = await world.commit(
      place,
      "e2e3333aaaa3333bbbb3333cccc3333dddd33333",
      "E2E-13 Stop me",
    );
    await expect(
      page
        .getByRole("region", { name: `Stage ${stage}` })
        .getByText("e2e3333")
        .first(),
    ).toBeVisible();
    await page.getByRole("button", { name: "Stop…" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: how }).click();
    const press = dialog.getByRole("button", { name: new RegExp(`^${verb} .*e2e3333`) });
    await expect(press).toBeDisabled();
    await dialog.getByRole("textbox", { name: /^Reason/ }).fill("The browser tests say so");
    await press.click();
    expect(await acceptedReceipt(page, executionId)).toMatchObject({ verb: abandon ? "abandon" : "stop" });
    expect(await world.journal("StopPipelineExecution", place)).toMatchObject([
      {
        input: {
          pipelineExecutionId: executionId,
          abandon,
          reason: expect.stringContaining("The browser tests say so"),
        },
      },
    ]);
    await expect(
      page
        .getByRole("region", { name: "Executions" })
        .getByText(abandon ? "Stopped" : "Stopping")
        .first(),
    ).toBeVisible();
  });
}
