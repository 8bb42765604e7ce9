import "server-only";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Config } from "./config";
import { ConfigError } from "./config-error";
import { parseConfig } from "./parse-config";

declare global {
  var pipedeckConfigs: Map<string, Config> | undefined;
}

/**
 * The configuration of this server, read from PIPEDECK_CONFIG (default ./pipedeck.config.yaml) and parsed once.
 * Throws ConfigError naming file, line and what is expected, for every mistake at once.
 */
export function getConfig(): Config {
  const named = process.env.PIPEDECK_CONFIG ?? "pipedeck.config.yaml";
  globalThis.pipedeckConfigs ??= new Map();
  const known = globalThis.pipedeckConfigs.get(named);
  if (known) return known;
  // Named at run time: nothing for the bundler to trace.
  const config = parseConfig(readText(resolve(/* turbopackIgnore: true */ named)), named);
  globalThis.pipedeckConfigs.set(named, config);
  return config;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const why =
      error instanceof Error && "code" in error && error.code === "ENOENT"
        ? "there is no such file"
        : String(error);
    throw new ConfigError(file, [
      {
        path: "",
        message: `cannot be read: ${why}. Expected a YAML file with a list named targets; PIPEDECK_CONFIG names another file`,
      },
    ]);
  }
}
