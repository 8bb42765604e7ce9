import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** An emulator of AWS CodePipeline in a process of its own, for one test file. */
export interface EmulatorProcess {
  /** Base URL, what a target's `endpoint` is. */
  url: string;
  /** Calls the control API, for example `control("POST", "/clock", { advanceMs: 1000 })`. Throws unless it says 2xx. */
  control(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown>;
  /** Requests let in so far, by operation: answered well, failed and throttled together. */
  requests(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/** Starts an emulator on a free port; `flags` as on its command line. */
export async function startEmulator(flags: string[] = []): Promise<EmulatorProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts", "--port", "0", ...flags], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await readyUrl(child);
  const control: EmulatorProcess["control"] = async (method, path, body) => {
    const response = await fetch(`${url}/_emulator${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  return {
    url,
    control,
    requests: async () => countRequests(await control("GET", "/status")),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    child.once("exit", (code) => reject(new Error(`the emulator ended with ${code}: ${said}`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on("line", (line) => {
      const url = /emulator ready (http:\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
}

function countRequests(status: unknown): Record<string, number> {
  if (typeof status !== "object" || status === null || !("requests" in status)) return {};
  const { requests } = status;
  if (typeof requests !== "object" || requests === null) return {};
  return Object.fromEntries(
    Object.entries(requests).map(([operation, counts]) => [operation, sum(Object.values(counts ?? {}))]),
  );
}

function sum(values: unknown[]): number {
  return values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
}
