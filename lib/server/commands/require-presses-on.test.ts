import { afterAll, beforeAll, expect, it } from "vitest";
import { findReceipt } from "../store/receipts";
import { writeConfig } from "../testing/config-file";
import { ACCEPTED, approving } from "../testing/counted-press";
import { NOBODY, openHouse, type TestHouse } from "../testing/house";
import { presser } from "../testing/presser";
import { press } from "./press";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it("refuses a press where no role signs presses, says why, and leaves nothing behind", async () => {
  const remove = writeConfig([{ id: "dev-eu", name: "Dev Europe", endpoint: NOBODY, operatorRoleArn: null }]);
  const by = presser("admin");
  const { what, sent } = approving(ACCEPTED);
  await expect(press(by, what)).rejects.toMatchObject({
    code: "presses.off",
    status: 403,
    detail:
      "Presses are off at Dev Europe: its configuration names no operatorRoleArn, the role that presses are signed with.",
  });
  expect(sent).toEqual([]);
  expect(await findReceipt(by.idempotencyKey)).toBeUndefined();
  remove();
});
