import path from "node:path";
import { failWhenEnded, type ManagedChild, startChild } from "../processes/managed-child";
import { root } from "./folders";

/** A running emulator: `url` such as `http://127.0.0.1:4599`. */
export type RunningEmulator = { url: string; child: ManagedChild };

/** Starts the emulator with these flags and waits for its line `emulator ready <url> …`. */
export async function startEmulator(
  flags: string[],
  output: { file: string } | "quiet",
): Promise<RunningEmulator> {
  const child = startChild({
    label: "The emulator",
    args: ["--import", "tsx", path.join(root, "emulator/main.ts"), ...flags],
    cwd: root,
    env: process.env,
    output,
  });
  const ready = new Promise<string>((resolve) => {
    child.onLine((line) => {
      const found = /^emulator ready (\S+)/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
  });
  const url = await Promise.race([ready, failWhenEnded(child)]);
  return { url, child };
}
