import { WordedError } from "../../scripts/processes/worded-error";
import { runProgram } from "../../scripts/proof/run-tool";

/** Resident memory in MB (1,000,000 bytes): of the Next.js server, and of the processes that start and end it. */
export type ProcessMemory = { server: number; launcher: number };

export type Process = { pid: number; parent: number; residentKb: number; command: string };

/** Memory of what runs below the process `pid`; throws when no Next.js server does. */
export async function memoryMb(pid: number): Promise<ProcessMemory> {
  const { code, output } = await runProgram("ps", ["-A", "-o", "pid=,ppid=,rss=,args="]);
  if (code !== 0) throw new WordedError(`The processes cannot be listed (ps): ${output.slice(0, 200)}`);
  const own = below(pid, processesOf(output));
  const server = own.find(({ command }) => command.startsWith("next-server"));
  if (!server) throw new WordedError("No Next.js server runs below this process.");
  const launchers = own.filter(({ command }) => /scripts\/(run\.mjs|start\.ts)\b/.test(command));
  return {
    server: toMb(server.residentKb),
    launcher: launchers.reduce((sum, it) => sum + toMb(it.residentKb), 0),
  };
}

/** Reads the lines of `ps -o pid=,ppid=,rss=,args=`. */
export function processesOf(text: string): Process[] {
  return text.split("\n").flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    if (!found) return [];
    const [, pid, parent, residentKb, command = ""] = found;
    return [{ pid: Number(pid), parent: Number(parent), residentKb: Number(residentKb), command }];
  });
}

/** The descendants of `pid`. */
export function below(pid: number, processes: readonly Process[]): Process[] {
  const children = processes.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...below(child.pid, processes)]);
}

function toMb(kb: number): number {
  return (kb * 1024) / 1_000_000;
}
