import { WordedError } from "./worded-error";

type Closer = () => Promise<void> | void;

/** Closes what was opened, newest first, once; a failing closer does not keep the others open. */
export class Shutdown {
  readonly #closers: Closer[] = [];
  #closing: Promise<void> | undefined;

  add(closer: Closer): void {
    if (this.#closing !== undefined) void closer();
    else this.#closers.push(closer);
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (let closer = this.#closers.pop(); closer; closer = this.#closers.pop()) {
      try {
        await closer();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  }
}

/**
 * Runs a command to its end and sets the exit code: the body's, 1 after a failure (a WordedError prints its message
 * alone), `interruptedCode` after Ctrl-C, SIGTERM, SIGHUP or the end of the process that started us. Everything added to `shutdown`
 * is closed in every case.
 */
export async function runCommand(
  body: (shutdown: Shutdown) => Promise<number>,
  interruptedCode = 0,
): Promise<void> {
  const shutdown = new Shutdown();
  const interrupted = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => resolve(interruptedCode));
    if (process.channel) {
      process.once("disconnect", () => resolve(interruptedCode));
      process.channel.unref();
    }
  });
  // A terminal that went away must not stop the shutdown half way.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  let code = 1;
  try {
    code = await Promise.race([body(shutdown), interrupted]);
  } catch (error) {
    console.error(worded(error));
  }
  await shutdown.close();
  process.exit(code);
}

/** What the person reads: our own words, one line for what the disk refuses, else everything that helps to mend it. */
function worded(error: unknown): unknown {
  if (error instanceof WordedError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return error;
  const place = "path" in error ? ` (${error.path})` : "";
  if (error.code === "ENOSPC") return `No disk space left${place}.`;
  if (error.code === "EACCES" || error.code === "EROFS") return `No permission to write here${place}.`;
  return error;
}
