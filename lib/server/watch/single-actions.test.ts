import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { TargetConfig } from "../config/config";
import { newId } from "../new-id";
import { ApprovalWorld } from "../testing/approval-world";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { readSingleActions } from "./single-actions";

let world: ApprovalWorld;
let target: TargetConfig;
beforeAll(async () => {
  world = await ApprovalWorld.start();
  target = { ...world.target("t"), name: "Test", account: "111122223333", region: "eu-west-1", exclude: [] };
});
beforeEach(() => stubAwsKeys());
afterAll(() => world.emulator.stop());

it("an execution that AWS does not know has no actions, and hides neither the others nor the pipeline", async () => {
  const pipeline = await world.pipeline();
  const [known, unknown] = [await world.release(pipeline), newId()];
  const singles = await readSingleActions(target, pipeline, [unknown, known]);
  const names = [unknown, known].map((id) => singles.get(id)?.items.map(({ actionName }) => actionName));
  expect(names).toEqual([[], ["Ask", "App"]]);
});

it("a pipeline that AWS does not know is told as such", async () => {
  const reading = readSingleActions(target, "nobody", [newId()]);
  await expect(reading).rejects.toMatchObject({ failure: { code: "PipelineNotFoundException" } });
});
