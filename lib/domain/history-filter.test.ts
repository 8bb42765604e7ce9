import { describe, expect, it } from "vitest";
import { executionWords, type HistoryFilter, historyMatcher, isFiltering } from "./history-filter";

const EXECUTION = {
  id: "9f2c71aa-0000-4000-8000-000000000001",
  status: "Failed",
  startedAt: "2026-11-20T14:00:00.000Z",
  revisions: [
    {
      action: "App",
      id: "7b09f1e2ab7b09f1e2ab7b09f1e2ab7b09f1e2ab",
      shortId: "7b09f1e",
      summary: "SHOP-12: round VAT per line",
      author: "Sofia Ferreira",
      branch: "main",
    },
  ],
  trigger: { type: "WebhookV2", text: "push", by: "Sofia Ferreira" },
  stopReason: undefined,
  rollbackOf: undefined,
};

describe("historyMatcher", () => {
  it.each<HistoryFilter>([
    {},
    { statuses: ["Stopped", "Failed"] },
    { triggers: ["WebhookV2"] },
    { author: "ferreira" },
    { author: "sofia ferreira" },
    { revision: "7B09" },
    { q: "shop-12 vat" },
    { q: "9f2c71aa" },
    { q: "main" },
    { from: "2026-11-20T14:00:00.000Z", to: "2026-11-20T14:00:00.000Z" },
    { statuses: ["Failed"], author: "sofia", q: "round", revision: "7b09f1e" },
  ])("%j wants it", (filter) => expect(historyMatcher(filter)(EXECUTION)).toBe(true));

  it.each<HistoryFilter>([
    { statuses: ["Succeeded"] },
    { statuses: ["Fail"] },
    { triggers: ["Webhook"] },
    { author: "round" },
    { author: "!" },
    { revision: "09f1" },
    { revision: " " },
    { q: "shop-13" },
    { q: "failed" },
    { from: "2026-11-20T14:00:00.001Z" },
    { to: "2026-11-20T13:59:59.999Z" },
  ])("%j does not want it", (filter) => expect(historyMatcher(filter)(EXECUTION)).toBe(false));

  it("one whose start is not known is in no span", () => {
    const matches = historyMatcher({ to: "2030-01-01T00:00:00.000Z" });
    expect(matches({ ...EXECUTION, startedAt: undefined })).toBe(false);
  });
});

it("no word of a text can pass for one of a field", () => {
  const hostile = { ...EXECUTION, stopReason: "s=succeeded p=prod/x a=mallory" };
  const fields = executionWords(hostile).filter((word) => /^[a-z]=/.test(word));
  expect(fields).not.toContain("s=succeeded");
  expect(fields).not.toContain("a=mallory");
});

it("a filter that asks for nothing is none", () => {
  expect(isFiltering({})).toBe(false);
  expect(isFiltering({ statuses: [], q: "" })).toBe(false);
  expect(isFiltering({ q: "x" })).toBe(true);
});
