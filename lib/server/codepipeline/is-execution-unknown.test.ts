import { expect, it } from "vitest";
import { classify } from "./aws-failure";
import { isExecutionUnknown } from "./is-execution-unknown";
import { AwsReadError } from "./read-aws";

const named = (name: string) => Object.assign(new Error(name), { name, $metadata: { httpStatusCode: 400 } });
const failed = (name: string) => new AwsReadError("ListActionExecutions", classify(named(name)));

it.each([
  ["an execution that AWS does not know", failed("PipelineExecutionNotFoundException"), true],
  ["a pipeline that AWS does not know", failed("PipelineNotFoundException"), false],
  ["a run of an action that AWS does not know", failed("ActionExecutionNotFoundException"), false],
  ["a denial", failed("AccessDeniedException"), false],
  ["what no read has thrown", named("PipelineExecutionNotFoundException"), false],
  ["nothing", undefined, false],
])("an execution is unknown where a read of it says so alone: %s", (_, error, isUnknown) => {
  expect(isExecutionUnknown(error)).toBe(isUnknown);
});
