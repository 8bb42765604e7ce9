import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { type Signer, withSigner } from "../aws/signer";
import type { TargetConfig } from "../config/config";
import { newId } from "../new-id";
import { tellSessionEnded } from "../session-ends";
import { type EmulatorProcess, startEmulator } from "../testing/emulator-process";
import { stubAwsKeys } from "../testing/stub-aws-keys";
import { putApprovalResult } from "./put-approval-result";
import { stopPipelineExecution } from "./stop-pipeline-execution";

const Journal = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      operation: z.string(),
      principalArn: z.string(),
      sessionName: z.string().optional(),
      sourceIdentity: z.string().optional(),
      input: z.record(z.string(), z.unknown()),
    }),
  ),
});

let emulator: EmulatorProcess;
let target: TargetConfig;
beforeAll(async () => {
  emulator = await startEmulator(["--world", "empty"]);
});
afterAll(() => emulator.stop());
beforeEach(async () => {
  stubAwsKeys();
  await emulator.control("DELETE", "/faults");
  target = {
    id: "cn",
    name: "China",
    account: "444455556666",
    region: "cn-north-1",
    endpoint: emulator.url,
    operatorRoleArn: "arn:aws-cn:iam::444455556666:role/team/pipedeck-operator",
    externalId: "between-us",
    include: [],
    exclude: [],
  };
});

async function journal() {
  return Journal.parse(await emulator.control("GET", "/journal")).items;
}

async function during(work: () => Promise<unknown>) {
  const before = (await journal()).at(-1)?.seq ?? 0;
  await work();
  return (await journal()).filter(({ seq }) => seq > before);
}

function signer(personId: string, place: Partial<Signer> = {}): Signer {
  return { personId, sessionId: `session of ${personId}`, pipeline: "shop", ...place };
}

const stop = (by: Signer) =>
  withSigner(by, () =>
    stopPipelineExecution(target, {
      pipeline: by.pipeline,
      executionId: newId(),
      abandon: false,
      reason: "no",
    }),
  );
const approve = (by: Signer) =>
  withSigner(by, () =>
    putApprovalResult(target, {
      pipeline: by.pipeline,
      stage: by.stage ?? "",
      action: by.action ?? "",
      token: newId(),
      status: "Approved",
      summary: "",
    }),
  );

it("signs with the operator role, taken for this person, this operation and this one thing", async () => {
  const who = signer("ada@example.com", { stage: "Prod", action: "Sign-off" });
  const [taken, pressed, ...more] = await during(() => approve(who));
  expect(taken).toMatchObject({
    operation: "AssumeRole",
    input: {
      RoleArn: target.operatorRoleArn,
      RoleSessionName: "ada@example.com",
      SourceIdentity: "ada@example.com",
      ExternalId: "between-us",
      DurationSeconds: "900",
    },
  });
  expect(JSON.parse(String(taken?.input.Policy))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "codepipeline:PutApprovalResult",
        Resource: "arn:aws-cn:codepipeline:cn-north-1:444455556666:shop/Prod/Sign-off",
      },
    ],
  });
  expect(pressed).toMatchObject({
    operation: "PutApprovalResult",
    sessionName: "ada@example.com",
    sourceIdentity: "ada@example.com",
  });
  expect(more).toEqual([]);
});

it("narrows a stop to the pipeline, whatever stage is named beside it", async () => {
  const [taken] = await during(() => stop(signer("grace", { stage: "Prod" })));
  expect(String(taken?.input.Policy)).toContain(
    '"Resource":"arn:aws-cn:codepipeline:cn-north-1:444455556666:shop"',
  );
});

it("takes the role once for presses of one person on one thing, and anew for every other", async () => {
  const one = signer("one");
  const operations = (items: { operation: string }[]) => items.map(({ operation }) => operation);
  expect(operations(await during(() => Promise.all([stop(one), stop(one)])))).toEqual([
    "AssumeRole",
    "StopPipelineExecution",
    "StopPipelineExecution",
  ]);
  const others = [
    signer("two"),
    signer("one", { pipeline: "other" }),
    { ...one, sessionId: "another session" },
  ];
  for (const other of others)
    expect(operations(await during(() => stop(other)))).toEqual(["AssumeRole", "StopPipelineExecution"]);
  expect(operations(await during(() => stop(one)))).toEqual(["StopPipelineExecution"]);
  const approving = { ...one, stage: "Prod", action: "Sign-off" };
  expect(operations(await during(() => approve(approving)))).toEqual(["AssumeRole", "PutApprovalResult"]);
});

it("signs each of many presses at once in its own person's name", async () => {
  const people = Array.from({ length: 20 }, (_, index) => `person-${index}`);
  const pressed = await during(() =>
    Promise.all(people.flatMap((id) => [1, 2].map(() => stop(signer(id, { pipeline: `of-${id}` }))))),
  );
  const stops = pressed.filter(({ operation }) => operation === "StopPipelineExecution");
  expect(stops).toHaveLength(40);
  for (const { sessionName, sourceIdentity, input } of stops)
    expect([`of-${sessionName}`, `of-${sourceIdentity}`]).toEqual([input.pipelineName, input.pipelineName]);
});

it("lets go of the credentials of a session that ended", async () => {
  const who = signer("leaver");
  await stop(who);
  tellSessionEnded(who.sessionId);
  expect((await during(() => stop(who))).map(({ operation }) => operation)).toContain("AssumeRole");
});

it("gets fresh credentials for the press after one that AWS refused as expired", async () => {
  const who = signer("late");
  await stop(who);
  await emulator.control("DELETE", "/sessions");
  expect(await stop(who)).toMatchObject({ kind: "refused", code: "ExpiredTokenException" });
  expect(await stop(who)).toMatchObject({ kind: "refused", code: "PipelineNotFoundException" });
});

it("sends nothing when the role cannot be assumed, and says why; the next press tries again", async () => {
  const who = signer("denied");
  await emulator.control("POST", "/faults", { operation: "AssumeRole", kind: "accessDenied", times: 1 });
  const sent = await during(async () =>
    expect(await stop(who)).toMatchObject({ kind: "refused", code: "AccessDenied", beforeSending: true }),
  );
  expect(sent.filter(({ operation }) => operation !== "AssumeRole")).toEqual([]);
  expect(await stop(who)).toMatchObject({ code: "PipelineNotFoundException", beforeSending: false });
});

it.each<[string, () => Promise<unknown>, string]>([
  ["nobody presses", () => stopPipelineExecution(target, STOP), "nobody's press"],
  ["a name is no name", () => stop(signer("x", { pipeline: "shop*" })), "cannot be narrowed"],
  ["no stage is named", () => approve(signer("x", { action: "Sign-off" })), "cannot be narrowed"],
  [
    "the target has no operator role",
    () => {
      target = { ...target, operatorRoleArn: undefined };
      return stop(signer("x"));
    },
    "names no operatorRoleArn",
  ],
])("sends nothing when %s", async (_what, press, words) => {
  const sent = await during(async () =>
    expect(await press()).toMatchObject({
      kind: "refused",
      code: "NotSignedError",
      message: expect.stringContaining(words),
      beforeSending: true,
    }),
  );
  expect(sent).toEqual([]);
});

const STOP = { pipeline: "shop", executionId: newId(), abandon: false, reason: "no" };
