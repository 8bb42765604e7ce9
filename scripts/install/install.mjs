import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { explainInstallFailure, networkFailure } from "./install-failure.mjs";
import {
  expectedCount,
  installState,
  isComplete,
  isMarked,
  markInstalled,
  markUnfinished,
} from "./installed.mjs";
import { takeLock } from "./process-lock.mjs";
import { startProgress } from "./progress.mjs";

/** A failure with a message for the person at the terminal. */
export class InstallError extends Error {}

/**
 * Brings node_modules up to date with package-lock.json, development packages included and without running install
 * scripts. Does nothing when it is. Throws InstallError.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (installState(root) === "current" && isMarked(root)) return;
  const lock = await waitForLock(root);
  try {
    const state = installState(root);
    if (state !== "current") await install(root, state);
    if (!isMarked(root)) markInstalled(root);
  } finally {
    lock.release();
  }
}

/** @param {string} root */
async function waitForLock(root) {
  let told = false;
  for (;;) {
    const lock = takeLock(path.join(root, ".pipedeck/install.lock"));
    if (lock.held) return lock;
    if (!told)
      console.log(`Another start (process ${lock.holder.pid}) installs the packages; waiting for it.`);
    told = true;
    await delay(300);
  }
}

/**
 * @param {string} root
 * @param {"outdated" | "broken"} state
 */
async function install(root, state) {
  const modules = path.join(root, "node_modules");
  const present = existsSync(modules);
  if (state === "broken" && present)
    console.log("node_modules is incomplete (an install was interrupted?); installing it anew.");
  if (state === "outdated") console.log("package-lock.json has changed since the last install.");
  rmSync(path.join(root, ".next"), { recursive: true, force: true });
  if (state === "broken") rmSync(modules, { recursive: true, force: true, maxRetries: 3 });
  markUnfinished(root);
  const progress = startProgress("Installing packages");
  const total = expectedCount(root);
  let fetched = 0;
  const { code, output } = await runNpm(root, (line) => {
    if (!/http fetch GET 200 \S+\.tgz/.test(line)) return;
    fetched += 1;
    progress.detail(`${fetched} of about ${total}`);
  });
  if (code === 0 && isComplete(root)) {
    markInstalled(root);
    progress.done();
    return;
  }
  progress.fail();
  throw new InstallError(
    explainInstallFailure(output, root) ??
      `The packages could not be installed (npm ended with ${code}):\n${tail(output)}`,
  );
}

/**
 * @param {string} root
 * @param {(line: string) => void} onLine
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpm(root, onLine) {
  const flags = [
    "--no-save",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--prefer-offline",
    "--loglevel=http",
  ];
  const patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000"];
  const own = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const [command = "npm", ...before] = own;
  const environment = { ...process.env };
  Reflect.deleteProperty(environment, "NODE_ENV");
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, "install", ...flags, ...patience], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const kept = /** @type {string[]} */ ([]);
    let rest = "";
    let failures = 0;
    let reachedAt = performance.now();
    child.stderr.on("data", (chunk) => {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        onLine(line);
        const failed = line.startsWith("npm http") && networkFailure.test(line);
        if (failed || !line.startsWith("npm http")) kept.push(line);
        if (failed) failures += 1;
        else if (/http fetch GET 200/.test(line)) [failures, reachedAt] = [0, performance.now()];
        // npm goes on for minutes after these.
        const offline = failures >= 8 && performance.now() - reachedAt > 10_000;
        if (offline || line.includes("ENOSPC")) child.kill("SIGKILL");
      }
    });
    let interrupted = false;
    const pass = () => {
      interrupted = true;
      // npm takes its time over SIGTERM; what it leaves is marked unfinished.
      child.kill("SIGKILL");
    };
    process.once("SIGTERM", pass).once("SIGHUP", pass).once("SIGINT", pass);
    child.once("error", (error) => reject(new InstallError(`npm cannot be started: ${error.message}`)));
    child.once("close", (code, signal) => {
      process.off("SIGTERM", pass).off("SIGHUP", pass).off("SIGINT", pass);
      if (signal && interrupted)
        reject(new InstallError("Installing was interrupted; the next start begins it anew."));
      else resolve({ code, output: [...kept, rest].join("\n") });
    });
  });
}

/** @param {string} output */
function tail(output) {
  return output
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("npm warn"))
    .slice(-15)
    .map((line) => `  ${line}`)
    .join("\n");
}
