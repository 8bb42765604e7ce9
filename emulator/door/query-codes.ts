/** What the query protocol calls the refusals that the JSON protocols name differently. */
const QUERY_CODES: Record<string, string> = {
  MissingAuthenticationTokenException: "MissingAuthenticationToken",
  UnrecognizedClientException: "InvalidClientTokenId",
  InvalidSignatureException: "SignatureDoesNotMatch",
  ExpiredTokenException: "ExpiredToken",
  IncompleteSignatureException: "IncompleteSignature",
  ThrottlingException: "Throttling",
  AccessDeniedException: "AccessDenied",
};

/** The name of a refusal in the query protocol. */
export function queryCodeOf(code: string): string {
  return Object.hasOwn(QUERY_CODES, code) ? (QUERY_CODES[code] ?? code) : code;
}
