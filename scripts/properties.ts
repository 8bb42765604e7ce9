import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./stack/folders";

// The random worlds belong to the emulator, which is a program of its own: it gets our flags, we pass its exit code on.
const child = spawn(
  process.execPath,
  [
    "--import",
    "./scripts/processes/exit-with-parent.mjs",
    "--import",
    "tsx",
    path.join(root, "emulator/testing/run-properties.ts"),
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
