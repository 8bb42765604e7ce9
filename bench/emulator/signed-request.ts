import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { WordedError } from "../../scripts/processes/worded-error";

/** Keys of the emulator. */
export type Keys = { accessKeyId: string; secretAccessKey: string };

/** A signed request, good for a quarter of an hour. */
export type SignedRequest = { url: string; headers: Record<string, string>; body: string };

type SourceData = string | ArrayBuffer | ArrayBufferView;

/** The hash in the form the signing library asks for. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHmac> | ReturnType<typeof createHash>;

  constructor(secret?: SourceData) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytes(secret));
  }

  update(data: SourceData): void {
    this.#hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {}
}

function bytes(data: SourceData): Uint8Array {
  if (typeof data === "string") return Buffer.from(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return new Uint8Array(data);
}

/** Signs one call of CodePipeline to the server at `url`, as an SDK does. */
export async function signedRequest(
  url: string,
  { keys, region, operation, input }: { keys: Keys; region: string; operation: string; input: object },
): Promise<SignedRequest> {
  const { host, hostname } = new URL(url);
  const body = JSON.stringify(input);
  const signer = new SignatureV4({ service: "codepipeline", region, credentials: keys, sha256: Sha256 });
  const { headers } = await signer.sign({
    method: "POST",
    protocol: "http:",
    hostname,
    path: "/",
    headers: {
      host,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `CodePipeline_20150709.${operation}`,
    },
    body,
  });
  return { url, headers, body };
}

/** Where the pipelines of the world `scale` are, and who may ask for them. */
export const scaleKeys = {
  keys: { accessKeyId: "AKIA111122223333", secretAccessKey: "emulator" },
  region: "eu-west-1",
};

/** One call about the world `scale`; throws when it is refused. */
export async function call(url: string, operation: string, input: object): Promise<Record<string, unknown>> {
  const { headers, body } = await signedRequest(url, { ...scaleKeys, operation, input });
  const response = await fetch(url, { method: "POST", headers, body });
  const answer: Record<string, unknown> = await response.json();
  if (!response.ok)
    throw new WordedError(`${operation} was refused: ${JSON.stringify(answer).slice(0, 200)}`);
  return answer;
}
