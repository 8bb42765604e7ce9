import "server-only";

/** One mistake in the configuration file. */
export interface ConfigMistake {
  /** 1-based; absent when the file could not be read at all. */
  line?: number;
  /** Where in the document, for example `targets[0].region`; empty for the file as a whole. */
  path: string;
  /** What is wrong, and what is expected. */
  message: string;
}

/** Every mistake of a configuration file at once; the message has one line for each, `file:line: path: message`. */
export class ConfigError extends Error {
  override name = "ConfigError";

  constructor(
    readonly file: string,
    readonly mistakes: ConfigMistake[],
  ) {
    super(mistakes.map((mistake) => toLine(file, mistake)).join("\n"));
  }
}

function toLine(file: string, { line, path, message }: ConfigMistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return path === "" ? `${place}: ${message}` : `${place}: ${path}: ${message}`;
}
