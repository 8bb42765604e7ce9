import { expect, test } from "vitest";
import { toPipelineEvent } from "./to-pipeline-event";

const event = {
  version: "0",
  id: "5f0c8a2e-0001-4c11-9d6b-7c5e3d1f0a11",
  "detail-type": "CodePipeline Action Execution State Change",
  source: "aws.codepipeline",
  account: "444455556666",
  time: "2026-11-20T10:00:05Z",
  region: "eu-west-1",
  resources: ["arn:aws:codepipeline:eu-west-1:444455556666:orders-api"],
  detail: {
    pipeline: "orders-api",
    "execution-id": "69151d2a-e7bc-499d-a84f-7e8ac52ac233",
    stage: "Build",
    action: "image",
    state: "FAILED",
    version: 3,
  },
};

const told = {
  id: event.id,
  account: "444455556666",
  region: "eu-west-1",
  pipeline: "orders-api",
  executionId: "69151d2a-e7bc-499d-a84f-7e8ac52ac233",
  stage: "Build",
  action: "image",
  state: "FAILED",
  atMs: Date.parse("2026-11-20T10:00:05Z"),
};

test("an event is read from the text EventBridge puts into a queue", () => {
  expect(toPipelineEvent(JSON.stringify(event))).toEqual(told);
});

test("an event is read from the envelope of an SNS topic between rule and queue", () => {
  const envelope = { Type: "Notification", MessageId: "1", Message: JSON.stringify(event) };
  expect(toPipelineEvent(JSON.stringify(envelope))).toEqual(told);
});

test("an event of a pipeline's execution names no stage and no action", () => {
  const detail = { pipeline: "orders-api", "execution-id": "1", state: "STARTED" };
  const of = { ...event, "detail-type": "CodePipeline Pipeline Execution State Change", detail };
  expect(toPipelineEvent(JSON.stringify(of))).toMatchObject({ state: "STARTED", stage: undefined });
});

test.each([
  ["no JSON", "hello"],
  ["JSON that is no object", "[1]"],
  ["null", "null"],
  ["another source", JSON.stringify({ ...event, source: "aws.codebuild" })],
  ["an API call", JSON.stringify({ ...event, "detail-type": "AWS API Call via CloudTrail" })],
  ["no detail", JSON.stringify({ ...event, detail: undefined })],
  ["a pipeline that is no text", JSON.stringify({ ...event, detail: { pipeline: 7 } })],
  ["an envelope without an event", JSON.stringify({ Type: "Notification", Message: "hello" })],
])("%s is no event", (_what, body) => {
  expect(toPipelineEvent(body)).toBeNull();
});

test("a time that cannot be read is the oldest there is, so that it is never taken for news", () => {
  expect(toPipelineEvent(JSON.stringify({ ...event, time: "soon" }))?.atMs).toBe(0);
});
