import { getCanonicalHeaders, SignatureV4Base } from "@smithy/signature-v4";
import { NodeSha256 } from "./node-sha256";

/** What goes into a canonical request; `headers` are those that were signed, by names in lower case. */
export interface CanonicalParts {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  /** SHA-256 of the body, hexadecimal. */
  bodyHash: string;
}

/** The library signs but does not verify: only its rules for the canonical form are needed here, and they are synchronous. */
class CanonicalForm extends SignatureV4Base {
  constructor() {
    const credentials = { accessKeyId: "", secretAccessKey: "" };
    super({ service: "", region: "", credentials, sha256: NodeSha256 });
  }

  textOf({ method, path, query, headers, bodyHash }: CanonicalParts): string {
    const request = { method, path, query, headers, protocol: "http:", hostname: "" };
    const signed = new Set(Object.keys(headers));
    return this.createCanonicalRequest(request, getCanonicalHeaders(request, undefined, signed), bodyHash);
  }
}

const form = new CanonicalForm();

/** The canonical request of Signature Version 4, as the signing library writes it. */
export function canonicalRequest(parts: CanonicalParts): string {
  return form.textOf(parts);
}

/** The same text for a request to `/` without a query, in which there is nothing to escape: almost every request. */
export function plainCanonicalRequest({
  method,
  headers,
  bodyHash,
}: Pick<CanonicalParts, "method" | "headers" | "bodyHash">): string {
  const names = Object.keys(headers).sort();
  let lines = "";
  for (const name of names) lines += `${name}:${canonicalValue(headers[name] ?? "")}\n`;
  return `${method}\n/\n\n${lines}\n${names.join(";")}\n${bodyHash}`;
}

function canonicalValue(value: string): string {
  if (!/[\r\n\t]|^ | $| {2}/.test(value)) return value;
  return value
    .replaceAll(/[\r\n]/g, " ")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/^ | $/g, "");
}
