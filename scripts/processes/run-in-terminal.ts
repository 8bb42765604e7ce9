import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../stack/folders";

/**
 * Runs a TypeScript program of the project, named from its root, in our terminal with these flags and then ours: signals to us
 * are passed on to it, and its exit code is ours. It ends when we end, whatever ends us.
 */
export function runInTerminal(program: string, flags: readonly string[] = []): void {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "./scripts/processes/exit-with-parent.mjs",
      "--import",
      "tsx",
      path.join(root, program),
      ...flags,
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      env: { ...process.env, PIPEDECK_PARENT: String(process.pid) },
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  process.once("disconnect", () => child.kill("SIGTERM"));
  child.once("exit", (code) => process.exit(code ?? 0));
}
