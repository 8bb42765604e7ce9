import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../stack/folders";

/** What a tool said and how it ended; `code` is null when a signal ended it. */
export type ToolResult = { code: number | null; output: string };

const exitWithParent = new URL("../processes/exit-with-parent.mjs", import.meta.url).href;

/** Runs a tool of node_modules (its JavaScript file) without a terminal, and answers what it said. */
export function runTool(file: string, args: string[], env: Record<string, string> = {}): Promise<ToolResult> {
  const tool = path.join(root, "node_modules", file);
  return runProgram(process.execPath, [`--import=${exitWithParent}`, tool, ...args], env, true);
}

/** Runs any program in the project's folder, and answers what it said. */
export function runProgram(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  linked = false,
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...process.env,
        NO_COLOR: "1",
        FORCE_COLOR: undefined,
        PIPEDECK_PARENT: String(process.pid),
        ...env,
      },
      stdio: linked ? ["ignore", "pipe", "pipe", "ipc"] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += String(chunk);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
