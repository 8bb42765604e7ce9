import { describe, expect, test } from "vitest";
import { executionConsoleUrl, logConsoleUrl, pipelineConsoleUrl } from "./console-url";

const PARTITIONS = [
  { region: "eu-west-1", partition: "aws", host: "eu-west-1.console.aws.amazon.com" },
  { region: "cn-north-1", partition: "aws-cn", host: "cn-north-1.console.amazonaws.cn" },
  {
    region: "us-gov-west-1",
    partition: "aws-us-gov",
    host: "us-gov-west-1.console.amazonaws-us-gov.com",
  },
  {
    region: "eusc-de-east-1",
    partition: "aws-eusc",
    host: "eusc-de-east-1.console.amazonaws-eusc.eu",
  },
];

describe.each(PARTITIONS)("in $partition", ({ region, partition, host }) => {
  test("pipelines and executions are at the console of the region", () => {
    const pipelines = `https://${host}/codesuite/codepipeline/pipelines`;
    expect(pipelineConsoleUrl(region, "shop")).toBe(`${pipelines}/shop/view?region=${region}`);
    expect(executionConsoleUrl(region, "shop", "6f0c")).toBe(
      `${pipelines}/shop/executions/6f0c/timeline?region=${region}`,
    );
  });

  test("a log stream is at CloudWatch's console of the region it is in", () => {
    const arn = `arn:${partition}:logs:${region}:444455556666:log-group:/aws/codepipeline/shop:log-stream:a/b`;
    expect(logConsoleUrl(arn)).toBe(
      `https://${host}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/$252Faws$252Fcodepipeline$252Fshop/log-events/a$252Fb`,
    );
  });
});

test("names cannot lead out of their place in an address", () => {
  expect(pipelineConsoleUrl("eu-west-1", "a/../b?c#d")).toContain("/pipelines/a%2F..%2Fb%3Fc%23d/view?");
  expect(executionConsoleUrl("eu-west-1", "a", "b/c")).toContain("/executions/b%2Fc/timeline?");
});

test("what names no log stream has no address", () => {
  for (const arn of [
    "",
    "javascript:alert(1)",
    "arn:aws:s3:::bucket",
    "arn:evil:logs:x:1:log-group:a:log-stream:b",
  ])
    expect([arn, logConsoleUrl(arn)]).toEqual([arn, undefined]);
});
