import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type ScriptedAws, startScriptedAws } from "../testing/scripted-aws";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { listPipelines } from "./list-pipelines";

let aws: ScriptedAws;
beforeAll(async () => {
  aws = await startScriptedAws();
});
afterAll(() => aws.stop());
beforeEach(() => stubAwsKeys());

it("a list that begins anew is no list: what is not in it is not gone", async () => {
  aws.answers("ListPipelines", '{"pipelines":[{"name":"a"}],"nextToken":"t"}');
  await expect(listPipelines(aws.target)).rejects.toMatchObject({ failure: { kind: "malformed" } });
  expect(aws.asked("ListPipelines")).toBe(2);
});
