import { expect, test } from "vitest";
import { toTrigger } from "./trigger";

const CALLER = "arn:aws:sts::111122223333:assumed-role/ops/m.okafor";

test.each([
  ["StartPipelineExecution", CALLER, "started by m.okafor", "m.okafor"],
  ["StartPipelineExecution", undefined, "started by hand", undefined],
  ["ManualRollback", CALLER, "rolled back by m.okafor", "m.okafor"],
  ["AutomatedRollback", '{"FailedPipelineExecutionId":"1"}', "automatic rollback", undefined],
  ["Webhook", CALLER, "push", "r.kaya"],
  ["WebhookV2", undefined, "push", "r.kaya"],
  ["CloudWatchEvent", "arn:aws:events:eu-west-1:1:rule/nightly", "event rule nightly", "r.kaya"],
  ["CloudWatchEvent", undefined, "event", "r.kaya"],
  ["PollForSourceChanges", undefined, "change found by polling", "r.kaya"],
  ["PutActionRevision", undefined, "new revision", "r.kaya"],
  ["CreatePipeline", undefined, "pipeline created", undefined],
  ["SomethingNew", undefined, "SomethingNew", "r.kaya"],
])("%s from %s is “%s”", (type, detail, text, by) => {
  expect(toTrigger(type, detail, "r.kaya")).toEqual({ type, text, by });
});
