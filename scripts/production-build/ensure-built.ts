import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startProgress } from "../install/progress.mjs";
import { startChild } from "../processes/managed-child";
import type { Shutdown } from "../processes/shutdown";
import { WordedError } from "../processes/worded-error";
import { lockOrWait } from "./lock-or-wait";
import { sourceHash } from "./source-hash";

/** Builds the application for production unless `.next` already holds a build of exactly these sources. */
export async function ensureBuilt(root: string, shutdown: Shutdown): Promise<void> {
  if (isBuilt(root)) return;
  mkdirSync(path.join(root, ".pipedeck"), { recursive: true });
  const lock = await lockOrWait(path.join(root, ".pipedeck/build.lock"), "builds the application");
  shutdown.add(lock.release);
  if (!isBuilt(root)) await build(root, shutdown);
  lock.release();
}

/** Where the hash of the sources that `.next` was built from is kept. */
function stampFile(root: string): string {
  return path.join(root, ".next/pipedeck-sources");
}

function isBuilt(root: string): boolean {
  if (!existsSync(path.join(root, ".next/BUILD_ID")) || !existsSync(stampFile(root))) return false;
  return readFileSync(stampFile(root), "utf8") === sourceHash(root);
}

async function build(root: string, shutdown: Shutdown): Promise<void> {
  const hash = sourceHash(root);
  rmSync(stampFile(root), { force: true });
  const progress = startProgress("Building the application");
  const child = startChild({
    label: "The build",
    args: [path.join(root, "node_modules/next/dist/bin/next"), "build"],
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    output: "quiet",
  });
  shutdown.add(() => child.stop());
  const lines: string[] = [];
  child.onLine((line) => lines.push(line));
  const how = await child.ended;
  if (how === "ended with code 0" && existsSync(path.join(root, ".next/BUILD_ID"))) {
    writeFileSync(stampFile(root), hash);
    progress.done();
    return;
  }
  progress.fail();
  const output = lines.slice(-60).join("\n");
  if (/ENOSPC|No space left on device/i.test(output))
    throw new WordedError(`No disk space left for the build in ${path.join(root, ".next")}.`);
  throw new WordedError(`The build ${how}:\n${output}`);
}
