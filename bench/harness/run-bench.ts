import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand, type Shutdown } from "../../scripts/processes/shutdown";
import type { Figure } from "./figure";
import { machineLine } from "./machine";
import { exitCodeOf, reportLines } from "./report";
import { isQuick } from "./settings";

/** What a bench gets: a folder of its own, deleted in the end, and where to say what must be closed. */
export type Bench = { folder: string; shutdown: Shutdown };

/** Runs a bench to its end: prints its figures and exits with 0, with 1 beyond a limit, with 130 after Ctrl-C. */
export function runBench(name: string, measure: (bench: Bench) => Promise<Figure[]>): Promise<void> {
  return runCommand(async (shutdown) => {
    const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-bench-"));
    // PostgreSQL runs as another user when we are root.
    chmodSync(folder, 0o711);
    shutdown.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    console.log(`bench:${name} on ${machineLine()}`);
    if (isQuick()) console.log("A quick run: it shows that the bench works, its figures count for nothing.");
    const figures = await measure({ folder, shutdown });
    console.log(`Load at the end: ${machineLine().split("load ").at(-1)}`);
    console.log(["", ...reportLines(figures)].join("\n"));
    return exitCodeOf(figures);
  }, 130);
}
