import { SignatureV4 } from "@smithy/signature-v4";
import type { TestKeys } from "../sdk-for-tests";
import { NodeSha256 } from "./node-sha256";

/** A request to be signed by hand. */
export interface UnsignedRequest {
  target: string;
  body: string | Uint8Array;
  service?: string;
  region?: string;
  path?: string;
  keys: TestKeys;
  /** When it claims to be signed; wall time unless given. */
  signingDate?: Date;
}

/** Headers of a request signed by hand, for requests that the SDK would not send. */
export async function signedRequest(
  url: string,
  {
    target,
    body,
    service = "codepipeline",
    region = "eu-west-1",
    path = "/",
    keys,
    signingDate = new Date(),
  }: UnsignedRequest,
): Promise<Record<string, string>> {
  const { host, hostname } = new URL(url);
  const signer = new SignatureV4({
    service,
    region,
    credentials: keys,
    sha256: NodeSha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method: "POST",
      protocol: "http:",
      hostname,
      path,
      headers: { host, "x-amz-target": target, "content-type": "application/x-amz-json-1.1" },
      body,
    },
    { signingDate },
  );
  return signed.headers;
}
