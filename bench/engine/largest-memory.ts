import { existsSync, readFileSync } from "node:fs";
import { WordedError } from "../../scripts/processes/worded-error";
import { runProgram } from "../../scripts/proof/run-tool";
import { below, processesOf } from "../start/process-memory";

/**
 * Largest resident memory so far, in MB (1,000,000 bytes), of the emulator that runs below the process `pid` with these
 * flags; where the system does not keep the largest, the present one. Throws when there is no such process.
 */
export async function largestMemoryMb(pid: number, flags: readonly string[]): Promise<number> {
  const { code, output } = await runProgram("ps", ["-A", "-o", "pid=,ppid=,rss=,args="]);
  const found = below(pid, code === 0 ? processesOf(output) : []).find(
    ({ command }) => command.includes("emulator/main.ts") && command.endsWith(flags.join(" ")),
  );
  if (!found) throw new WordedError("The emulator that was started cannot be found (ps).");
  const status = `/proc/${found.pid}/status`;
  const peakKb = existsSync(status) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return (Number(peakKb ?? found.residentKb) * 1024) / 1_000_000;
}
