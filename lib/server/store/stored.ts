import "server-only";
import { ApiError } from "../errors";

/** SQLSTATE classes that mean a mistake of ours, not a store in trouble: data, constraints, syntax and names. */
const OUR_MISTAKE = /^(22|23|42)/;

/**
 * Runs a query. Trouble with the store (no connection, timeout, full disk, shutting down) becomes
 * `store.unavailable`; a mistake of ours stays the error it is.
 */
export async function stored<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (error instanceof ApiError || OUR_MISTAKE.test(sqlState(error) ?? "")) throw error;
    throw new ApiError("store.unavailable", "The database does not answer. Try again shortly.", {
      retryAfterSeconds: 5,
      cause: error,
    });
  }
}

/** The unique index or constraint that a failed insert ran into, if that is why it failed. */
export function violatedConstraint(error: unknown): string | undefined {
  const cause = pgError(error);
  return cause?.code === "23505" && typeof cause.constraint === "string" ? cause.constraint : undefined;
}

function sqlState(error: unknown): string | undefined {
  const code = pgError(error)?.code;
  return typeof code === "string" ? code : undefined;
}

/** drizzle wraps what pg throws; the code is on the cause. */
function pgError(error: unknown): { code?: unknown; constraint?: unknown } | undefined {
  for (
    let at: unknown = error;
    typeof at === "object" && at !== null;
    at = "cause" in at ? at.cause : undefined
  ) {
    if ("code" in at) return at;
  }
  return undefined;
}
