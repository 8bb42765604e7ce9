import { people, signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { acceptedReceipt } from "./fixtures/receipts";
import { expect, type Place, test } from "./fixtures/world";

test.use({ storageState: signedIn("approver") });

const cases: { mode: string; place: Place; before: string[]; action: string; after: string }[] = [
  {
    mode: "SUPERSEDED",
    place: places.terraformNetwork,
    before: ["Source", "Plan"],
    action: "read-the-plan",
    after: "Apply",
  },
  {
    mode: "PARALLEL",
    place: places.mediaTranscoder,
    before: ["Source", "Encode"],
    action: "look-at-samples",
    after: "Release",
  },
];

for (const { mode, place, before, action, after } of cases) {
  test(`an approver approves in ${mode} mode, and AWS is asked once`, async ({ page, world }) => {
    for (const stage of before) await world.takes(place, stage, 0);
    await world.takes(place, after, 3_600_000);
    await page.goto(pageOf(place));
    const executionId = await world.commit(
      place,
      "e2e1111aaaa1111bbbb1111cccc1111dddd11111",
      "E2E-11 Approve me",
    );
    await page.getByRole("button", { name: "Review e2e1111" }).click();
    const dialog = page.getByRole("dialog", { name: "Approve e2e1111" });
    await expect(dialog).toContainText(action);
    await dialog.getByRole("textbox").fill("Read by the browser tests");
    await dialog.getByRole("button", { name: "Approve e2e1111" }).click();
    expect(await acceptedReceipt(page, executionId)).toMatchObject({
      verb: "approve",
      person: { name: people.approver },
    });
    await expect(page.getByRole("button", { name: "Review e2e1111" })).toBeHidden();

    const asked = await world.journal("PutApprovalResult", place);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.input).toMatchObject({ actionName: action, result: { status: "Approved" } });
  });
}

test("an approver rejects with a comment in QUEUED mode, and the stage fails", async ({ page, world }) => {
  const place = places.ledgerCore;
  for (const stage of ["Source", "Build", "Verify"]) await world.takes(place, stage, 0);
  await page.goto(pageOf(place));
  const executionId = await world.commit(
    place,
    "e2e2222aaaa2222bbbb2222cccc2222dddd22222",
    "E2E-12 Reject me",
  );
  await page.getByRole("button", { name: "Review e2e2222" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Reject…" }).click();
  const reject = dialog.getByRole("button", { name: /^Reject e2e2222/ });
  await expect(reject).toBeDisabled();
  await dialog.getByRole("textbox").fill("Differs by one cent");
  await reject.click();
  expect(await acceptedReceipt(page, executionId)).toMatchObject({ verb: "reject" });
  await expect(
    page.getByRole("region", { name: "Stage Sign-off" }).getByText("Failed").first(),
  ).toBeVisible();
  expect(await world.journal("PutApprovalResult", place)).toMatchObject([
    { input: { result: { status: "Rejected", summary: expect.stringContaining("Differs by one cent") } } },
  ]);
});
