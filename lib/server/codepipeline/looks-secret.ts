import "server-only";

/** Values that are credentials by their look, whatever they are called. */
const SECRETS = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(?:gh[opsur]_|github_pat_|glpat-|xox[abprs]-|npm_|sk_live_|rk_live_|AIza)[\w-]{10,}/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\./,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i,
  /[?&](?:X-Amz-Signature|X-Amz-Security-Token|sig|token|access_token)=/i,
  /\b(?:bearer|basic) [\w+/=.-]{16,}/i,
];

/** Whether a value is an access key, a token, a private key or an address with a password in it, as far as its look tells. */
export function looksSecret(value: string): boolean {
  return SECRETS.some((secret) => secret.test(value));
}
