import { ListPipelinesCommand } from "@aws-sdk/client-codepipeline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codePipelineAt, control, keysOf } from "../sdk-for-tests";
import { type RunningEmulator, startEmulator } from "../start";
import { signedRequest, type UnsignedRequest } from "./signed-for-tests";

const TARGET = "CodePipeline_20150709.ListPipelines";
let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, world: "empty" });
});
afterAll(() => emulator.close());

async function answerTo(headers: Record<string, string>, body = "{}") {
  const response = await fetch(emulator.url, { method: "POST", headers, body });
  const { __type: name, message } = (await response.json()) as { __type?: string; message?: string };
  return { status: response.status, name, message };
}

function signed(changes: Partial<UnsignedRequest> = {}): Promise<Record<string, string>> {
  return signedRequest(emulator.url, {
    target: TARGET,
    body: "{}",
    keys: keysOf("111122223333"),
    ...changes,
  });
}

describe("signatures that are refused with 403", () => {
  test("none at all: MissingAuthenticationTokenException", async () => {
    expect(await answerTo({ "x-amz-target": TARGET })).toMatchObject({
      status: 403,
      name: "MissingAuthenticationTokenException",
    });
  });

  test("an unknown key: UnrecognizedClientException", async () => {
    const client = codePipelineAt(emulator.url, {
      credentials: { accessKeyId: "AKIAUNKNOWN", secretAccessKey: "emulator" },
    });
    await expect(client.send(new ListPipelinesCommand())).rejects.toMatchObject({
      name: "UnrecognizedClientException",
      $metadata: { httpStatusCode: 403 },
    });
  });

  test("a token beside a static key: UnrecognizedClientException", async () => {
    const client = codePipelineAt(emulator.url, {
      credentials: { ...keysOf("111122223333"), sessionToken: "made-up" },
    });
    await expect(client.send(new ListPipelinesCommand())).rejects.toMatchObject({
      name: "UnrecognizedClientException",
    });
  });

  test("a wrong secret: InvalidSignatureException", async () => {
    const client = codePipelineAt(emulator.url, {
      credentials: { accessKeyId: "AKIA111122223333", secretAccessKey: "guess" },
    });
    await expect(client.send(new ListPipelinesCommand())).rejects.toMatchObject({
      name: "InvalidSignatureException",
      $metadata: { httpStatusCode: 403 },
    });
  });

  test("another body than the signed one: InvalidSignatureException", async () => {
    expect(await answerTo(await signed(), '{"maxResults":1}')).toMatchObject({
      status: 403,
      name: "InvalidSignatureException",
    });
  });

  test("a body hash that is not the body's: InvalidSignatureException", async () => {
    const headers = await signed();
    const answer = await answerTo({ ...headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" });
    expect(answer).toMatchObject({ status: 403, name: "InvalidSignatureException" });
  });

  test("another target than the signed one: InvalidSignatureException", async () => {
    const headers = { ...(await signed()), "x-amz-target": "CodePipeline_20150709.ListActionTypes" };
    expect(await answerTo(headers)).toMatchObject({ status: 403, name: "InvalidSignatureException" });
  });

  test("signed more than 15 minutes ago or ahead: InvalidSignatureException", async () => {
    for (const minutes of [-16, 16]) {
      const signingDate = new Date(Date.now() + minutes * 60_000);
      const answer = await answerTo(await signed({ signingDate }));
      expect(answer).toMatchObject({ status: 403, name: "InvalidSignatureException" });
      expect(answer.message).toMatch(minutes < 0 ? /^Signature expired/ : /^Signature not yet current/);
    }
  });

  test("a required header left out of the signature: InvalidSignatureException", async () => {
    for (const name of ["host", "x-amz-target", "x-amz-date"]) {
      const headers = await signed();
      const authorization = headers.authorization
        ?.replace(new RegExp(`(=|;)${name}(?=[;,])`), "$1")
        .replace("=;", "=");
      expect(await answerTo({ ...headers, authorization: authorization ?? "" })).toMatchObject({
        status: 403,
        name: "InvalidSignatureException",
      });
    }
  });

  test("a signed header that is not there, no date or one that is none: each in words", async () => {
    const headers = await signed();
    const { authorization = "", "x-amz-date": date = "", ...others } = headers;
    const more = authorization.replace("SignedHeaders=", "SignedHeaders=x-missing;");
    expect(await answerTo({ ...headers, authorization: more })).toMatchObject({
      name: "InvalidSignatureException",
      message: "The signed header 'x-missing' is not in the request.",
    });
    expect(await answerTo({ ...others, authorization })).toMatchObject({
      status: 403,
      name: "IncompleteSignatureException",
    });
    const noDay = `${date.slice(0, 4)}1399T000000Z`;
    expect(await answerTo({ ...headers, "x-amz-date": noDay })).toMatchObject({
      name: "InvalidSignatureException",
      message: `Date must be a real instant, not '${noDay}'.`,
    });
  });

  test("a scope of another service, region, day or ending: InvalidSignatureException", async () => {
    expect(await answerTo(await signed({ service: "sqs" }))).toMatchObject({
      message: "Credential should be scoped to correct service: 'codepipeline'.",
    });
    expect(await answerTo(await signed({ region: "nowhere" }))).toMatchObject({
      name: "InvalidSignatureException",
    });
    const headers = await signed();
    for (const [from, to] of [
      ["/aws4_request", "/aws5_request"],
      [/\/\d{8}\//, "/20200101/"],
    ] as const) {
      const authorization = headers.authorization?.replace(from, to) ?? "";
      expect(await answerTo({ ...headers, authorization })).toMatchObject({
        status: 403,
        name: "InvalidSignatureException",
      });
    }
  });

  test("a header that is not Signature Version 4, or lacks parts: IncompleteSignatureException", async () => {
    for (const authorization of [
      "Bearer abc",
      "AWS4-HMAC-SHA256",
      "AWS4-HMAC-SHA256 Credential=AKIA111122223333/20260101/eu-west-1/codepipeline/aws4_request",
      "AWS4-HMAC-SHA256 Credential=AKIA111122223333, SignedHeaders=host, Signature=00",
    ]) {
      expect(await answerTo({ "x-amz-target": TARGET, authorization })).toMatchObject({
        status: 403,
        name: "IncompleteSignatureException",
      });
    }
  });
});

test("a good signature within 14 minutes of wall time is let in", async () => {
  for (const minutes of [-14, 0, 14]) {
    const headers = await signed({ signingDate: new Date(Date.now() + minutes * 60_000) });
    expect(await answerTo(headers)).toMatchObject({ status: 200 });
  }
});

test("refused signatures are counted as failed and stay out of the journal", async () => {
  const own = await startEmulator({ port: 0, world: "empty" });
  await fetch(own.url, { method: "POST", headers: { "x-amz-target": TARGET }, body: "{}" });
  const status = await control(own.url, "GET", "/status");
  const journal = await control(own.url, "GET", "/journal");
  await own.close();
  expect(status.body.requests).toEqual({ ListPipelines: { ok: 0, failed: 1, throttled: 0 } });
  expect(journal.body).toEqual({ items: [], last: 0 });
});
