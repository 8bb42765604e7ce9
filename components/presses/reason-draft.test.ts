import { expect, test } from "vitest";
import { choiceOf, draftOf, keepDraft } from "./reason-draft";

test("what was typed is there again at the same place alone, and gone once nothing is kept", () => {
  keepDraft("/api/pipelines/prod/shop/retry", "flaky network");
  expect(draftOf("/api/pipelines/prod/shop/retry")).toBe("flaky network");
  expect(draftOf("/api/pipelines/prod/blog/retry")).toBe("");
  keepDraft("/api/pipelines/prod/shop/retry", "");
  expect(draftOf("/api/pipelines/prod/shop/retry")).toBe("");
});

test("what was chosen is kept beside it", () => {
  keepDraft("/api/pipelines/prod/shop/retry", "", { mode: "ALL_ACTIONS" });
  expect(choiceOf("/api/pipelines/prod/shop/retry")).toEqual({ mode: "ALL_ACTIONS" });
  expect(choiceOf("/api/pipelines/prod/blog/retry")).toEqual({});
  keepDraft("/api/pipelines/prod/shop/retry", "");
  expect(choiceOf("/api/pipelines/prod/shop/retry")).toEqual({});
});
