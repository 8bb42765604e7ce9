import { expect, test } from "vitest";
import { redactOutputVariables, redactPipelineVariables } from "./redact-variables";

test("output variables show what is known to be harmless, unless the value itself looks like a secret", () => {
  expect(
    redactOutputVariables({ CommitId: "41fa0c7", image_tag: `ghp_${"a".repeat(36)}`, SESSION: "x" }),
  ).toEqual([
    { key: "CommitId", value: "41fa0c7", hidden: false },
    { key: "image_tag", value: null, hidden: true },
    { key: "SESSION", value: null, hidden: true },
  ]);
});

test("a pipeline variable is shown unless its name or its value says that it is a secret", () => {
  expect(
    redactPipelineVariables([
      { name: "deploy_color", resolvedValue: "blue" },
      { name: "empty", resolvedValue: "" },
      { name: "DB_PASSWORD", resolvedValue: "hunter2" },
      { name: "PIN", resolvedValue: "1234" },
      { name: "session_cookie", resolvedValue: "x" },
      { name: "database", resolvedValue: "postgres://app:hunter2@db/shop" },
      { name: "author", resolvedValue: "r.kaya" },
      { name: "keyboard", resolvedValue: "qwerty" },
    ]).map(({ name, value, hidden }) => [name, hidden ? "hidden" : value]),
  ).toEqual([
    ["deploy_color", "blue"],
    ["empty", ""],
    ["DB_PASSWORD", "hidden"],
    ["PIN", "hidden"],
    ["session_cookie", "hidden"],
    ["database", "hidden"],
    ["author", "r.kaya"],
    ["keyboard", "qwerty"],
  ]);
});
