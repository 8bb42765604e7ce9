import fc from "fast-check";
import { expect, it } from "vitest";
import { parseHistoryFilter, toHistoryQuery } from "./history-query";

it.each([
  ["", {}],
  ["  round vat ", { q: "round vat" }],
  ["person:kaya by:j.tanaka", { author: "kaya j.tanaka" }],
  ["status:failed,running", { statuses: ["Failed", "InProgress"] }],
  ["status:in_progress,canceled", { statuses: ["Cancelled", "InProgress"] }],
  ["status:Draining", { statuses: ["Draining"] }],
  ["status:<b>", { q: "status:<b>" }],
  ["trigger:push", { triggers: ["Webhook", "WebhookV2"] }],
  [
    "trigger:rollback trigger:manual",
    { triggers: ["AutomatedRollback", "ManualRollback", "StartPipelineExecution"] },
  ],
  ["sha:7b09f1e", { revision: "7b09f1e" }],
  ["since:2026-11-20 until:2026-11-21", { from: "2026-11-20T00:00:00.000Z", to: "2026-11-21T23:59:59.999Z" }],
  ["since:yesterday", { q: "since:yesterday" }],
  ["http://x y:z", { q: "http://x y:z" }],
  ["status:constructor trigger:__proto__", { statuses: ["constructor"], triggers: ["__proto__"] }],
])("%s asks for %j", (text, filter) => expect(parseHistoryFilter(text)).toEqual(filter));

it("whatever is typed makes a query of texts that are not empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const value of Object.values(toHistoryQuery(parseHistoryFilter(text))))
        expect(value.trim()).not.toBe("");
    }),
  );
});
