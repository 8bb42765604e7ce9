import type { EmulatorOptions } from "./door/emulator-options";
import { FlagError, parseFlags } from "./door/flags";
import { startEmulator } from "./door/start";

function fail(message: string, exitCode: number): never {
  process.stderr.write(`emulator: ${message}\n`);
  process.exit(exitCode);
}

function optionsOrExit(): EmulatorOptions {
  try {
    return parseFlags(process.argv.slice(2));
  } catch (error) {
    if (error instanceof FlagError) fail(error.message, 2);
    throw error;
  }
}

function startFailure(error: unknown, { host, port }: EmulatorOptions): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `port ${port} of ${host} is taken; pick another with --port`;
  if (code === "EACCES")
    return `port ${port} of ${host} may not be used by this user; pick another with --port`;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL") return `${host} is not an address of this machine`;
  return `cannot start: ${error instanceof Error ? error.message : String(error)}`;
}

const options = optionsOrExit();
process.stdout.on("error", () => undefined);
process.on("uncaughtException", (error) => {
  process.stderr.write(`emulator: ${error.stack ?? error.message}\n`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
try {
  const { url } = await startEmulator(options);
  process.stdout.write(
    `emulator ready ${url} world=${options.world} clock=${options.clock} speed=${options.speed}\n`,
  );
} catch (error) {
  fail(startFailure(error, options), 1);
}
