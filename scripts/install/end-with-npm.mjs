import { readFileSync } from "node:fs";

/**
 * Sends this process SIGTERM when the npm that runs it is gone: npm killed outright tells nobody, and a shell between
 * npm and us does not pass signals on. Does nothing when npm did not start us.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 300);
  timer.unref();
}

/**
 * Whether the process is the `sh -c …` that npm puts before a script. Known on Linux only; elsewhere sh gives way to
 * the command it runs.
 * @param {number} pid
 */
function isShell(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[1] === "-c";
  } catch {
    return false;
  }
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}
