import { PutApprovalResultCommand } from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readClient } from "../aws/clients";
import type { TargetConfig } from "../config/config";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { TargetWatch } from "../watch/target-watch";
import { findApprovalToken } from "./approval-token";

let emulator: EmulatorProcess;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
}, 60_000);
afterAll(() => emulator.stop());
beforeEach(() => stubAwsKeys());

function target(account: string): TargetConfig {
  return {
    id: `${account}-${Math.round(performance.now() * 1000)}`,
    name: "Test",
    account,
    region: "eu-west-1",
    endpoint: emulator.url,
    roleArn: `arn:aws:iam::${account}:role/pipedeck-read`,
    requestsPerSecond: 100,
    include: [],
    exclude: [],
  };
}

/** Where an approval is open in a pipeline of the demo world. */
async function openApproval(account: string, pipeline: string) {
  const config = target(account);
  const watch = new TargetWatch(config);
  const watched = await watch.state(pipeline);
  await watch.stop();
  for (const stage of watched?.state.stages ?? []) {
    for (const action of stage.actions) {
      if (action.approval)
        return { config, stage: stage.name, action: action.name, executionId: action.approval.executionId };
    }
  }
  throw new Error(`${pipeline} has no open approval`);
}

const OTHER = "00000000-0000-4000-8000-000000000000";
const modes = [
  ["SUPERSEDED", "444455556666", "orders-api"],
  ["QUEUED", "444455556666", "checkout-web"],
  ["PARALLEL", "111122223333", "media-transcoder"],
] as const;

describe.each(modes)("in %s mode", (_, account, pipeline) => {
  test("another execution's approval is not given out", async () => {
    const { config, stage, action, executionId } = await openApproval(account, pipeline);
    const found = await findApprovalToken(config, pipeline, stage, action, OTHER);
    expect(found.kind === "other-execution" ? found.executionId : found.kind).toBe(
      pipeline === "media-transcoder" ? "not-waiting" : executionId,
    );
  });

  test("stages and actions that are not there are told apart", async () => {
    const { config, stage, executionId } = await openApproval(account, pipeline);
    expect(await findApprovalToken(config, pipeline, "Nowhere", "x", executionId)).toEqual({
      kind: "no-such-stage",
    });
    expect(await findApprovalToken(config, pipeline, stage, "x", executionId)).toEqual({
      kind: "no-such-action",
    });
  });

  test("the token found is the one AWS takes, once", async () => {
    const { config, stage, action, executionId } = await openApproval(account, pipeline);
    const found = await findApprovalToken(config, pipeline, stage, action, executionId);
    expect(found).toMatchObject({ kind: "open", executionId });
    const token = found.kind === "open" ? found.token : undefined;
    const answer = new PutApprovalResultCommand({
      pipelineName: pipeline,
      stageName: stage,
      actionName: action,
      result: { status: "Approved", summary: "fine" },
      token,
    });
    expect((await readClient(config).send(answer)).approvedAt).toBeInstanceOf(Date);
    const after = await findApprovalToken(config, pipeline, stage, action, executionId);
    expect(after.kind).not.toBe("open");
  });
});

test("a pipeline that is not there is AWS's not-found", async () => {
  await expect(findApprovalToken(target("111122223333"), "nope", "A", "b", OTHER)).rejects.toMatchObject({
    failure: { kind: "not-found", code: "PipelineNotFoundException" },
  });
});
