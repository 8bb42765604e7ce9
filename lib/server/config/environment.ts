import "server-only";

/** What the server needs to know about itself from the environment. */
export interface AuthEnvironment {
  /** Where people reach this server, without a path: NEXTAUTH_URL. */
  publicUrl: URL;
  /** NEXTAUTH_SECRET: encrypts the session cookie. */
  secret: string;
}

/** A mistake in the environment; the message names the variable and what is expected. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const SHORTEST_SECRET = 32;

/** NEXTAUTH_URL and NEXTAUTH_SECRET, checked. Throws EnvironmentError. */
export function authEnvironment(): AuthEnvironment {
  return { publicUrl: publicUrl(), secret: secret() };
}

let checked: { text: string; url: URL } | undefined;

/** NEXTAUTH_URL, checked; parsed once for each text. Throws EnvironmentError. */
export function publicUrl(text = process.env.NEXTAUTH_URL): URL {
  if (checked !== undefined && checked.text === text) return checked.url;
  if (!text)
    throw new EnvironmentError(
      "NEXTAUTH_URL is not set: give the address people open, for example https://pipedeck.example.com",
    );
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new EnvironmentError(`NEXTAUTH_URL is ${JSON.stringify(text)}: expected an http or https address`);
  }
  if (url.pathname !== "/" || url.search || url.hash || url.username) {
    throw new EnvironmentError(
      `NEXTAUTH_URL is ${JSON.stringify(text)}: expected only scheme, host and port, for example ${url.origin}`,
    );
  }
  checked = { text, url };
  return url;
}

/** NEXTAUTH_SECRET, checked. Throws EnvironmentError. */
export function secret(text = process.env.NEXTAUTH_SECRET): string {
  if (!text)
    throw new EnvironmentError(
      "NEXTAUTH_SECRET is not set: give a random text of at least 32 characters, for example from `openssl rand -base64 32`",
    );
  if (text.length < SHORTEST_SECRET) {
    throw new EnvironmentError(
      `NEXTAUTH_SECRET has ${text.length} characters: expected at least ${SHORTEST_SECRET}`,
    );
  }
  return text;
}

/**
 * PIPEDECK_METRICS_TOKEN, checked: what a scraper of /api/metrics shows as its bearer token. Undefined when it is not
 * set, which turns the metrics off. Throws EnvironmentError.
 */
export function metricsToken(text = process.env.PIPEDECK_METRICS_TOKEN): string | undefined {
  if (!text) return undefined;
  if (text.length < SHORTEST_SECRET || /\s/.test(text)) {
    throw new EnvironmentError(
      `PIPEDECK_METRICS_TOKEN is no good token: expected at least ${SHORTEST_SECRET} characters without spaces, for example from \`openssl rand -hex 32\``,
    );
  }
  return text;
}

/** How much one person may ask of one server: variable, and what it is without it. */
const LIMITS = {
  reads: { variable: "PIPEDECK_READS_PER_SECOND", otherwise: 30 },
  presses: { variable: "PIPEDECK_PRESSES_PER_SECOND", otherwise: 1 },
} as const;

/** PIPEDECK_READS_PER_SECOND or PIPEDECK_PRESSES_PER_SECOND, checked. Throws EnvironmentError. */
export function requestsPerSecond(what: keyof typeof LIMITS): number {
  const { variable, otherwise } = LIMITS[what];
  const text = process.env[variable];
  if (!text) return otherwise;
  const number = Number(text);
  if (number >= 0.1 && number <= 1_000_000) return number;
  throw new EnvironmentError(
    `${variable} is ${JSON.stringify(text)}: expected a number from 0.1 to 1000000, without it ${otherwise}`,
  );
}
