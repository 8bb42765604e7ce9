import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { processBirth } from "../install/process-lock.mjs";

/**
 * Stops a process and its children (SIGSTOP) so that none of them does anything more; answers their numbers, the
 * process first, for `resumeFamily`. Throws when the process has ended. The process itself stands before its children are looked for: one that it begins
 * meanwhile would otherwise go on. Linux only, where /proc tells.
 */
export async function pauseFamily(pid: number): Promise<number[]> {
  process.kill(pid, "SIGSTOP");
  while (statusOf(pid)?.state !== "T") {
    if (!processBirth(pid)) throw new Error(`process ${pid} ended before it stood still`);
    await delay(1);
  }
  return [pid, ...childrenOf(pid).filter((child) => signalled(child, "SIGSTOP"))];
}

/** Lets them go on, children first; whoever ended meanwhile is passed over. */
export function resumeFamily(pids: readonly number[]): void {
  for (const pid of pids.toReversed()) signalled(pid, "SIGCONT");
}

/** The processes that a process began and that are there now. */
export function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => statusOf(child)?.parent === pid);
}

/** State by its letter and number of the parent (proc(5), `stat`); undefined for a process that is gone. */
export function statusOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function signalled(pid: number, signal: "SIGSTOP" | "SIGCONT"): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
    throw error;
  }
}
