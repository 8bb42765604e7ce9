// Plain JavaScript on Node's own modules: run.mjs uses it before anything is installed.
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * When a process began, as the operating system tells it; undefined when no such process lives.
 * Together with the pid it names one process for good, as pids are used again.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processBirth(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return undefined;
  }
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/**
 * @typedef {{ pid: number, birth: string, note: string }} Holder
 * @typedef {{ held: true, wasStale: boolean, release: () => void } | { held: false, holder: Holder }} LockAnswer
 */

/**
 * @param {string} file
 * @returns {Holder | undefined} who wrote the lock, living or not
 */
function readHolder(file) {
  try {
    const value = JSON.parse(readFileSync(file, "utf8"));
    if (typeof value?.pid !== "number" || typeof value.birth !== "string") return undefined;
    return { pid: value.pid, birth: value.birth, note: String(value.note ?? "") };
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function exists(file) {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes the lock file for this process. A lock whose process is gone is taken over (`wasStale`).
 * `note` is what a second starter is told, for example the URL.
 * @param {string} file
 * @param {string} [note]
 * @returns {LockAnswer}
 */
export function takeLock(file, note = "") {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) ?? "", note });
  const draft = `${file}.${process.pid}`;
  let wasStale = false;
  for (;;) {
    writeFileSync(draft, mine, { mode: 0o644 });
    try {
      linkSync(draft, file);
      return { held: true, wasStale, release: () => release(file, mine) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const holder = readHolder(file);
    if (holder && processBirth(holder.pid) === holder.birth) return { held: false, holder };
    wasStale = exists(file) || wasStale;
    setAside(file, holder);
  }
}

/**
 * Moves a dead process's lock away; when a living one came in between, it is put back.
 * @param {string} file
 * @param {Holder | undefined} seen
 */
function setAside(file, seen) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== seen?.pid || moved.birth !== seen.birth)) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody took the name meanwhile; the next turn of the loop meets them.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @param {string} mine
 */
function release(file, mine) {
  try {
    if (readFileSync(file, "utf8") === mine) unlinkSync(file);
  } catch {
    // Already gone: released is released.
  }
}
