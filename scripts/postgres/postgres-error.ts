import { WordedError } from "../processes/worded-error";

/** A failure to run PostgreSQL, worded in one line for the person at the terminal. */
export class PostgresError extends WordedError {
  override name = "PostgresError";
}
