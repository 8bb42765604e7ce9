import "server-only";
import { createHash } from "node:crypto";
import { demoConfigured } from "./auth/demo-offer";
import { clientSecret } from "./auth/oidc-provider";
import { nowInstant } from "./clock";
import { ConfigError } from "./config/config-error";
import { EnvironmentError, metricsToken, publicUrl, requestsPerSecond, secret } from "./config/environment";
import { getConfig } from "./config/get-config";
import { log } from "./log";
import { StartError } from "./start-error";
import { migrate } from "./store/migrate";
import { forgetEndedSessions } from "./store/people-sessions";
import { isDurable, recordEvent } from "./store/receipt-log";
import { databaseUrl } from "./store/store";

/**
 * What must be done before the first request: environment and configuration checked, schema up to date, the start
 * written down. Throws StartError with one line for each mistake.
 */
export async function startServer(): Promise<void> {
  const mistakes = [
    () => publicUrl(),
    () => secret(),
    () => metricsToken(),
    () => requestsPerSecond("reads"),
    () => requestsPerSecond("presses"),
    databaseUrl,
    checkSignIn,
  ].flatMap(mistakesOf);
  if (mistakes.length > 0) throw new StartError(mistakes.join("\n"));
  try {
    await migrate(databaseUrl());
    if (!(await isDurable()))
      log.error("PostgreSQL runs without fsync: a power cut may lose receipts that were confirmed");
    await recordEvent("configuration", "loaded", configurationEntry());
    await forgetEndedSessions();
  } catch (error) {
    throw new StartError(`DATABASE_URL: the database cannot be used: ${rootMessage(error)}`, {
      cause: error,
    });
  }
}

/** What the log says of a start: which configuration, and what it shows. */
function configurationEntry(): Record<string, unknown> {
  const { targets } = getConfig();
  const text = JSON.stringify(getConfig());
  return {
    at: nowInstant(),
    sha256: createHash("sha256").update(text).digest("hex"),
    targets: targets.map(({ id, account, region }) => ({ id, account, region })),
  };
}

/** The configuration with what signing in needs besides. Throws ConfigError and EnvironmentError. */
function checkSignIn(): void {
  const { signIn } = getConfig();
  if (signIn) clientSecret(signIn);
  else if (!demoConfigured()) {
    log.warn("nobody can sign in: the configuration has no key signIn, and its targets are no emulator's");
  }
}

function mistakesOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof ConfigError) return [error.message];
    throw error;
  }
}

/** The innermost message; an AggregateError, as for a refused connection, has it in its parts. */
function rootMessage(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return rootMessage(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : rootMessage(error.cause);
}
