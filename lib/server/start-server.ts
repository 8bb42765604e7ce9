import "server-only";
import { demoConfigured } from "./auth/demo-offer";
import { clientSecret } from "./auth/oidc-provider";
import { now } from "./clock";
import { ConfigError } from "./config/config-error";
import { EnvironmentError, metricsToken, publicUrl, requestsPerSecond, secret } from "./config/environment";
import { getConfig } from "./config/get-config";
import { log } from "./log";
import { StartError } from "./start-error";
import { migrate } from "./store/migrate";
import { forgetEndedSessions } from "./store/people-sessions";
import { settleLeftBehind } from "./store/receipt-steps";
import { databaseUrl } from "./store/store";

/**
 * What must be done before the first request: environment and configuration checked, schema up to date, what a
 * crash left behind settled. Throws StartError with one line for each mistake.
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
    const left = await settleLeftBehind(now(), {
      code: "press.interrupted",
      message: "The server ended before anything was sent to AWS.",
      beforeSending: true,
    });
    if (left.refused + left.unknown > 0) log.warn(left, "presses left behind by an earlier run settled");
    await forgetEndedSessions();
  } catch (error) {
    throw new StartError(`DATABASE_URL: the database cannot be used: ${rootMessage(error)}`, {
      cause: error,
    });
  }
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
