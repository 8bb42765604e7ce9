import { DoorError } from "../door-error";
import { Remembered } from "../remembered";

/** What an `Authorization` header of Signature Version 4 says. */
export interface Authorization {
  accessKeyId: string;
  /** Day of the scope, `YYYYMMDD`. */
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
}

function incomplete(message: string): DoorError {
  return new DoorError("IncompleteSignatureException", 403, message);
}

/** Headers up to the signature, which is all that changes from one request of a client to its next. */
const known = new Remembered<Authorization>(1000);

/** Throws DoorError when the header is missing, of another kind, or lacks a part. */
export function parseAuthorization(header: string | undefined): Authorization {
  const cut = (header?.length ?? 0) - 64;
  const signature = header?.slice(cut) ?? "";
  if (header === undefined || !/^[0-9a-f]{64}$/.test(signature)) return parse(header);
  const before = header.slice(0, cut);
  const found = known.get(before);
  if (found) return { ...found, signature };
  const parsed = parse(header);
  if (/,\s*Signature=$/.test(before)) known.set(before, parsed);
  return parsed;
}

function parse(header: string | undefined): Authorization {
  if (header === undefined || header === "") {
    throw new DoorError("MissingAuthenticationTokenException", 403, "Missing Authentication Token");
  }
  const match = /^AWS4-HMAC-SHA256\s+(.*)$/s.exec(header);
  if (match === null) {
    throw incomplete(
      "Authorization header requires 'AWS4-HMAC-SHA256' as its algorithm, followed by 'Credential', 'SignedHeaders' and 'Signature' parameters.",
    );
  }
  const parts = new Map<string, string>();
  for (const piece of (match[1] ?? "").split(",")) {
    const equals = piece.indexOf("=");
    if (equals !== -1) parts.set(piece.slice(0, equals).trim(), piece.slice(equals + 1).trim());
  }
  const missing = ["Credential", "Signature", "SignedHeaders"].filter((name) => !parts.get(name));
  if (missing.length > 0) {
    throw incomplete(missing.map((name) => `Authorization header requires '${name}' parameter.`).join(" "));
  }
  const credential = (parts.get("Credential") ?? "").split("/");
  const [accessKeyId = "", date = "", region = "", service = "", terminator = ""] = credential;
  if (credential.length !== 5) {
    throw incomplete(
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term",
    );
  }
  if (terminator !== "aws4_request") {
    throw new DoorError(
      "InvalidSignatureException",
      403,
      `Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'.`,
    );
  }
  return {
    accessKeyId,
    date,
    region,
    service,
    signature: parts.get("Signature") ?? "",
    signedHeaders: (parts.get("SignedHeaders") ?? "").toLowerCase().split(";"),
  };
}
