import "server-only";

/** What every answer of this server says, page or not: it is nothing else than it says, and for nobody else's page. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // Not no-referrer: under that a form of ours posts with the origin `null`, like a stranger's.
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** An answer that is no page: a browser that shows it on its own loads and runs nothing. */
export const NO_PAGE: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** A year of https alone, for this host and those below it. */
const STRICT_TRANSPORT = { "strict-transport-security": "max-age=31536000; includeSubDomains" };
const NOTHING = {};

/** What is said besides where people come by https: NEXTAUTH_URL decides. */
export function transportHeaders(): Readonly<Record<string, string>> {
  return process.env.NEXTAUTH_URL?.startsWith("https:") ? STRICT_TRANSPORT : NOTHING;
}
