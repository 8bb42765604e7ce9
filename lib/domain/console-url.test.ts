import { expect, test } from "vitest";
import { pipelineConsoleUrl } from "./console-url";

test.each([
  ["eu-west-1", "https://eu-west-1.console.aws.amazon.com/"],
  ["cn-north-1", "https://cn-north-1.console.amazonaws.cn/"],
  ["us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/"],
])("leads to the console of the partition of %s", (region, start) => {
  expect(pipelineConsoleUrl(region, "a@b")).toBe(
    `${start}codesuite/codepipeline/pipelines/a%40b/view?region=${region}`,
  );
});
