import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { type Role, signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

const approval = `/api${pageOf(places.ordersApi)}/stages/Approve/actions/release-to-prod/approval`;
const stop = `/api${pageOf(places.ordersApi)}/executions/00000000-0000-4000-8000-000000000000/stop`;
const executionId = "00000000-0000-4000-8000-000000000000";

function press(request: APIRequestContext, baseURL: string | undefined, path: string, data: object) {
  const headers = { origin: baseURL ?? "", "x-pipedeck-request": "1", "idempotency-key": randomUUID() };
  return request.post(path, { data, headers });
}

const refused: [Role, string, string, object][] = [
  ["viewer", "approve", approval, { executionId, result: "Approved", summary: "" }],
  ["viewer", "stop", stop, { abandon: false, reason: "no" }],
  ["approver", "stop", stop, { abandon: false, reason: "no" }],
];

for (const [role, verb, path, body] of refused) {
  test.describe(`a ${role}`, () => {
    test.use({ storageState: signedIn(role) });

    test(`may not ${verb}: 403, and AWS is not asked`, async ({ page, world, baseURL }) => {
      const reply = await press(page.request, baseURL, path, body);
      expect(reply.status()).toBe(403);
      expect(reply.headers()["content-type"]).toContain("application/problem+json");
      const operation = verb === "stop" ? "StopPipelineExecution" : "PutApprovalResult";
      expect(await world.journal(operation, places.ordersApi)).toEqual([]);
    });
  });
}

test.describe("a viewer", () => {
  test.use({ storageState: signedIn("viewer") });

  test("reads what waits and finds the buttons off, with the reason", async ({ page }) => {
    await page.goto(pageOf(places.ordersApi));
    await page.getByRole("button", { name: /^Review/ }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: /^Approve/ })).toBeDisabled();
    await expect(dialog.getByRole("button", { name: /^Reject/ })).toBeDisabled();
  });
});
