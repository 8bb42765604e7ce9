import { cpus, loadavg, totalmem } from "node:os";

/** What the figures were taken on, in one line: processor, memory, Node, and how busy the machine is already. */
export function machineLine(): string {
  const processors = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const busy = loadavg()[0]?.toFixed(1) ?? "unknown";
  return `${processors.length} × ${processors[0]?.model.trim() ?? "unknown processor"}, ${memoryGb} GB, ${process.platform}, Node ${process.versions.node}, load ${busy}`;
}
