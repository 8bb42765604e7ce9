import { ListPipelinesCommand } from "@aws-sdk/client-codepipeline";
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
} from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codePipelineAt, control, keysOf, stsAt, type TestKeys } from "../sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../start";

const ROLE = "arn:aws:iam::444455556666:role/teams/pipedeck-read";
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "empty" });
});
afterAll(() => emulator.close());

async function assume(input: Partial<AssumeRoleCommandInput> = {}, from?: TestKeys) {
  const answer = await stsAt(emulator.url, from).send(
    new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: "ada", ...input }),
  );
  const { AccessKeyId = "", SecretAccessKey = "", SessionToken = "" } = answer.Credentials ?? {};
  const keys: TestKeys = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
  return { answer, keys };
}

describe("AssumeRole", () => {
  test("gives credentials of the role's account that CodePipeline accepts", async () => {
    const { answer, keys } = await assume({
      DurationSeconds: 900,
      ExternalId: "pipedeck-1",
      SourceIdentity: "ada.lindqvist",
      Tags: [{ Key: "team", Value: "platform" }],
      Policy:
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"codepipeline:ListPipelines","Resource":"*"}]}',
    });
    expect(answer.AssumedRoleUser?.Arn).toBe("arn:aws:sts::444455556666:assumed-role/pipedeck-read/ada");
    expect(answer.AssumedRoleUser?.AssumedRoleId).toMatch(/^AROA[A-Z2-7]{17}:ada$/);
    expect(answer.SourceIdentity).toBe("ada.lindqvist");
    expect(answer.Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    const leftMs = (answer.Credentials?.Expiration?.getTime() ?? 0) - Date.now();
    expect(leftMs).toBeGreaterThan(880_000);
    expect(leftMs).toBeLessThanOrEqual(901_000);
    await codePipelineAt(emulator.url, { credentials: keys }).send(new ListPipelinesCommand());
    const identity = await stsAt(emulator.url, keys).send(new GetCallerIdentityCommand());
    expect(identity.Account).toBe("444455556666");
    expect(identity.Arn).toBe("arn:aws:sts::444455556666:assumed-role/pipedeck-read/ada");
  });

  test("what a session does carries its name and source identity into the journal", async () => {
    const { keys } = await assume({ RoleSessionName: "olivia", SourceIdentity: "olivia.brandt" });
    const before = await control(emulator.url, "GET", "/journal");
    await codePipelineAt(emulator.url, { credentials: keys, region: "us-east-1" }).send(
      new ListPipelinesCommand(),
    );
    const { body } = await control(emulator.url, "GET", `/journal?after=${before.body.last}`);
    expect(body.items).toMatchObject([
      {
        operation: "ListPipelines",
        account: "444455556666",
        region: "us-east-1",
        principalArn: "arn:aws:sts::444455556666:assumed-role/pipedeck-read/olivia",
        sessionName: "olivia",
        sourceIdentity: "olivia.brandt",
        outcome: "ok",
      },
    ]);
  });

  test("a session may assume the next role, keeps its source identity, for an hour at most", async () => {
    const first = await assume({ SourceIdentity: "ada.lindqvist" });
    const next = { RoleArn: "arn:aws:iam::222233334444:role/next", RoleSessionName: "second" };
    const second = await assume(next, first.keys);
    expect(second.answer.SourceIdentity).toBe("ada.lindqvist");
    await expect(assume({ ...next, DurationSeconds: 3601 }, first.keys)).rejects.toThrow(
      /1 hour session limit/,
    );
    await expect(assume({ ...next, SourceIdentity: "somebody" }, first.keys)).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });

  test("a session's key without its token, or with another one, is unknown", async () => {
    const { keys } = await assume();
    for (const sessionToken of [undefined, "other"]) {
      const credentials = { accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey };
      const client = codePipelineAt(emulator.url, {
        credentials: sessionToken === undefined ? credentials : { ...credentials, sessionToken },
      });
      await expect(client.send(new ListPipelinesCommand())).rejects.toMatchObject({
        name: "UnrecognizedClientException",
      });
    }
  });

  test("sessions that were made to expire are refused by CodePipeline and by STS in their own words", async () => {
    const { keys } = await assume();
    await control(emulator.url, "DELETE", "/sessions");
    const client = codePipelineAt(emulator.url, { credentials: keys });
    await expect(client.send(new ListPipelinesCommand())).rejects.toMatchObject({
      name: "ExpiredTokenException",
      $metadata: { httpStatusCode: 403 },
    });
    await expect(stsAt(emulator.url, keys).send(new GetCallerIdentityCommand())).rejects.toMatchObject({
      name: "ExpiredToken",
    });
    await codePipelineAt(emulator.url).send(new ListPipelinesCommand());
  });
});

describe("AssumeRole refuses", () => {
  const refusals: [string, Partial<AssumeRoleCommandInput>, RegExp][] = [
    [
      "a session name that is too short",
      { RoleSessionName: "a" },
      /'roleSessionName'.*greater than or equal to 2/,
    ],
    [
      "a session name with a space",
      { RoleSessionName: "a b" },
      /'roleSessionName'.*pattern: \[\\w\+=,\.@-\]\*/,
    ],
    ["no session name", { RoleSessionName: undefined }, /Value null at 'roleSessionName'.*must not be null/],
    ["a role ARN that is too short", { RoleArn: "arn:x" }, /'roleArn'.*greater than or equal to 20/],
    ["an ARN of something else", { RoleArn: "arn:aws:iam::444455556666:user/ada" }, /is invalid$/],
    ["less than 15 minutes", { DurationSeconds: 899 }, /Value '899' at 'durationSeconds'/],
    ["more than 12 hours", { DurationSeconds: 43_201 }, /Value '43201' at 'durationSeconds'/],
    ["a short external id", { ExternalId: "x" }, /'externalId'/],
    ["a source identity with a slash", { SourceIdentity: "a/b" }, /'sourceIdentity'/],
    ["a policy that is not JSON", { Policy: "{" }, /invalid Json/],
    [
      "tags that differ only in case",
      {
        Tags: [
          { Key: "a", Value: "" },
          { Key: "A", Value: "" },
        ],
      },
      /Duplicate tag/,
    ],
    ["reserved tags", { Tags: [{ Key: "aws:x", Value: "" }] }, /reserved/],
    [
      "51 tags",
      { Tags: Array.from({ length: 51 }, (_none, index) => ({ Key: `k${index}`, Value: "" })) },
      /less than or equal to 50/,
    ],
  ];
  test.each(refusals)("%s", async (_title, input, message) => {
    await expect(assume(input)).rejects.toThrow(message);
  });

  test("two mistakes in one answer", async () => {
    await expect(assume({ RoleSessionName: "a", DurationSeconds: 1 })).rejects.toMatchObject({
      message: expect.stringMatching(/^2 validation errors detected: /),
    });
  });
});

test("the static key is the user named emulator of its account", async () => {
  const identity = await stsAt(emulator.url, keysOf("222233334444")).send(new GetCallerIdentityCommand());
  expect(identity.Arn).toBe("arn:aws:iam::222233334444:user/emulator");
});

test("an unknown action of STS is an XML error with AWS's code", async () => {
  const sts = stsAt(emulator.url);
  sts.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: string };
      request.body = request.body.replace("GetCallerIdentity", "GetNobodyIdentity");
      return next(args);
    },
    { step: "build" },
  );
  await expect(sts.send(new GetCallerIdentityCommand())).rejects.toMatchObject({ name: "InvalidAction" });
});
