import { expect, test } from "vitest";
import { checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import { at, summary } from "@/components/testing/execution-fixture";
import { historyOffers } from "./history-offers";

const { stages } = checkoutWeb();
const may = () => undefined;
const STAGES = stages.map(({ name }) => ({ stage: name, standing: "Succeeded" }));
const prod = stages.find(({ name }) => name === "Prod");

test("what runs can be stopped, what stops can be abandoned, what asks can be reviewed", () => {
  const running = summary("e1", at("10:00"), { standing: "InProgress", status: "InProgress" });
  expect(historyOffers(running, stages, may)).toMatchObject([{ label: "Stop…", open: { stop: "e1" } }]);
  expect(historyOffers({ ...running, status: "Stopping" }, stages, may)).toMatchObject([
    { label: "Abandon…" },
  ]);
  expect(historyOffers({ ...running, standing: "Approval", stage: "Approve" }, stages, may)).toMatchObject([
    { label: "Review…", open: { review: "Approve", execution: "e1" } },
    { label: "Stop…" },
  ]);
});

test("what went through can be gone back to, unless its last stage has it now or the mode has no way back", () => {
  const done = summary("e1", at("10:00"), { stages: STAGES });
  const [back] = historyOffers(done, stages, may);
  expect(back).toMatchObject({ open: { press: "rollback/Prod", execution: "e1" } });
  expect(back?.off).toBeUndefined();
  expect(historyOffers({ ...done, id: prod?.executionId ?? "" }, stages, may)[0]?.off).toBe(
    "It is what Prod has now.",
  );
  expect(historyOffers({ ...done, executionMode: "PARALLEL" }, stages, may)[0]?.off).toContain("PARALLEL");
  expect(historyOffers({ ...done, executionType: "ROLLBACK" }, stages, may)).toEqual([]);
});

test("what failed can be retried as long as its stage shows it", () => {
  const failed = { standing: "Failed", status: "Failed", stage: "Prod" };
  const there = summary(prod?.executionId ?? "", at("10:00"), failed);
  expect(historyOffers(there, stages, may)).toMatchObject([{ open: { press: "retry/Prod" } }]);
  expect(historyOffers(summary("old", at("10:00"), failed), stages, may)).toEqual([]);
});

test("what a person may not press says why", () => {
  const running = summary("e1", at("10:00"), { standing: "InProgress", status: "InProgress" });
  expect(historyOffers(running, stages, () => "No rule gives it.")[0]?.off).toBe("No rule gives it.");
});
