import { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import { STSClient } from "@aws-sdk/client-sts";
import { checkAnswers } from "./checked-answers-for-tests";

/** Keys as the SDK takes them. */
export interface TestKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** The static keys of an account. */
export function keysOf(account: string): TestKeys {
  return { accessKeyId: `AKIA${account}`, secretAccessKey: "emulator" };
}

/** The real SDK's client, one attempt per call unless said otherwise; every answer is checked against the model. */
export function codePipelineAt(
  endpoint: string,
  { account = "111122223333", region = "eu-west-1", credentials = keysOf(account), maxAttempts = 1 } = {},
): CodePipelineClient {
  return checkAnswers(new CodePipelineClient({ endpoint, region, credentials, maxAttempts }));
}

/** The real SDK's client of STS. */
export function stsAt(endpoint: string, credentials: TestKeys = keysOf("111122223333")): STSClient {
  return new STSClient({ endpoint, region: "eu-west-1", credentials, maxAttempts: 1 });
}

/** One control call; answers status and parsed body. */
export async function control(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${url}/_emulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
