import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { processBirth } from "../install/process-lock.mjs";

/** What a running server says of itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** Reads `cluster/postmaster.pid`; undefined without one, or when its process is gone or is another program. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidFileLines(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 1 || !processBirth(pid) || !isPostgres(pid))
    return undefined;
  return { pid, port: Number(lines[3]), ready: (lines[7] ?? "").trim() === "ready" };
}

/**
 * Removes the postmaster.pid of a server that was killed outright. PostgreSQL does so itself unless a process has that
 * number: another program, or the dead server as long as nobody has reaped it. Waits until the last of its children,
 * known by their working folder, is gone: two servers on the same data would destroy it. Linux only, where /proc tells.
 */
export async function clearStalePidFile(cluster: string): Promise<void> {
  if (process.platform !== "linux" || !pidFileLines(cluster) || runningPostmaster(cluster)) return;
  const deadline = performance.now() + 10_000;
  while (someoneWorksIn(cluster)) {
    // PostgreSQL itself then says what it found.
    if (performance.now() > deadline) return;
    await delay(50);
  }
  rmSync(pidFile(cluster), { force: true });
}

function pidFile(cluster: string): string {
  return path.join(cluster, "postmaster.pid");
}

function pidFileLines(cluster: string): string[] | undefined {
  try {
    return readFileSync(pidFile(cluster), "utf8").split("\n");
  } catch {
    return undefined;
  }
}

function isPostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes("postgres");
}

function someoneWorksIn(cluster: string): boolean {
  const folder = realpathSync(cluster);
  return readdirSync("/proc").some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return readlinkSync(`/proc/${entry}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}
