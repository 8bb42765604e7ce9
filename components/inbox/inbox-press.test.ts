import { expect, test } from "vitest";
import type { InboxItem } from "@/lib/contract/inbox";
import { pressParams } from "./inbox-press";

const item: InboxItem = {
  id: "prod-eu/shop/condition/Prod/BEFORE_ENTRY/e1",
  target: "prod-eu",
  pipeline: "shop",
  kind: "condition",
  stage: "Prod",
  condition: "BEFORE_ENTRY",
  executionId: "e1",
  standing: "Failed",
  title: "A condition is not met",
  text: "",
  behind: 0,
  may: { allowed: true, rule: { path: "permissions.rules[0]", words: "role operator" } },
};

test("a decision about one execution names it, so that it opens on no other", () => {
  expect(pressParams(item)).toMatchObject({ press: "override/Prod/BEFORE_ENTRY", execution: "e1" });
  expect(pressParams({ ...item, kind: "failure" })).toMatchObject({ press: "retry/Prod", execution: "e1" });
  expect(pressParams({ ...item, kind: "approval", action: "ask" })).toMatchObject({
    review: "Prod/ask",
    execution: "e1",
  });
});

test("a gate is about whatever waits there", () => {
  expect(pressParams({ ...item, kind: "gate" }).execution).toBeUndefined();
});
