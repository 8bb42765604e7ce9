import fc from "fast-check";
import { expect, test } from "vitest";
import { firstLine } from "@/lib/domain/first-line";
import { toSummary } from "./to-summary";

test.each([
  ["a commit message", "Fix rounding\n\nof refunds", "Fix rounding"],
  ["a message of a connection", '{"ProviderType":"GitHub","CommitMessage":"Fix \\"it\\"\\nnow"}', 'Fix "it"'],
  ["a pull request", '{"ProviderType":"GitHub","PullRequestTitle":"Round down"}', "Round down"],
  [
    "a version in S3",
    "Amazon S3 version id: 3HL4kqtJvjVBH40Nrjfkd",
    "Amazon S3 version id: 3HL4kqtJvjVBH40Nrjfkd",
  ],
  ["a digest in ECR", "sha256:5e11b0a94c7d", "sha256:5e11b0a94c7d"],
  ["a message that begins with a brace", "{wip} try again", "{wip} try again"],
  ["JSON of nobody we know", '{"build":7}', '{"build":7}'],
  ["a connection without a message", '{"ProviderType":"GitHub"}', undefined],
  [
    "JSON that ends too early",
    '{"ProviderType":"GitHub","CommitMessage":"Fix \\u00e9t\\u00e9\\nand mor',
    "Fix été",
  ],
  ["JSON that ends within an escape", '{"CommitMessage":"Fix rounding\\u00', "Fix rounding"],
  ["nothing", undefined, undefined],
])("%s is told by its first line", (_, summary, line) => {
  expect(toSummary(summary).summary).toBe(line);
});

test("a message cut anywhere is told as far as it goes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), fc.nat(), (message, at) => {
      const whole = JSON.stringify({ ProviderType: "GitHub", CommitMessage: `x${message}` });
      const start = whole.indexOf('"x') + 2;
      const summary = toSummary(whole.slice(0, start + (at % (whole.length - start)))).summary ?? "";
      expect(firstLine(`x${message}`)?.startsWith(summary.replace(/…$/, ""))).toBe(true);
      expect(summary).not.toBe("");
      expect(summary).not.toContain("CommitMessage");
    }),
  );
});
