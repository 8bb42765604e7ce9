import "server-only";

/** Why the server cannot start; one line for each mistake. */
export class StartError extends Error {
  override name = "StartError";
}
