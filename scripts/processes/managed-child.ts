import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { WordedError } from "./worded-error";

const exitWithParent = new URL("./exit-with-parent.mjs", import.meta.url).href;
const keptLines = 30;

export type ChildOptions = {
  /** What the terminal calls it, for example `The emulator`. */
  label: string;
  /** Arguments of `node`. */
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where its output goes: a file, our own terminal, or nowhere (its last lines are kept in any case). */
  output: { file: string } | "inherit" | "quiet";
};

/** A Node program that ends when we end, whatever ends us. */
export type ManagedChild = {
  label: string;
  /** Settles when the process is gone, with words such as `ended with code 1`. */
  ended: Promise<string>;
  /** Its last lines, standard error and output together; none when the terminal has them already. */
  lastLines(): string[];
  /** Calls back with every line of output from now on. */
  onLine(listener: (line: string) => void): void;
  /** Gives the program a message over Node's channel; one that has ended gets none. */
  send(message: { databaseUrl: string }): void;
  /** Gives it a signal, such as SIGKILL, which ends it as a crash would. */
  signal(name: NodeJS.Signals): void;
  /** SIGTERM, and SIGKILL after five seconds. */
  stop(): Promise<void>;
};

export function startChild(options: ChildOptions): ManagedChild {
  const child = spawn(process.execPath, [`--import=${exitWithParent}`, ...options.args], {
    cwd: options.cwd,
    env: { ...options.env, PIPEDECK_PARENT: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Ctrl-C at the terminal reaches only us; we end the children in order.
    detached: true,
  });
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [(line) => keep(lines, line)];
  follow(child, (line) => {
    for (const listener of listeners) listener(line);
  });
  copyOutput(child, options.output);
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("close", (code, signal) =>
      resolve(code === null ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  }).finally(() => {
    over = true;
  });
  return {
    label: options.label,
    ended,
    lastLines: () => (options.output === "inherit" ? [] : lines),
    onLine: (listener) => listeners.push(listener),
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    signal: (name) => {
      child.kill(name);
    },
    stop: async () => {
      if (!over) child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Rejects with the child's last lines as soon as it ends; never resolves. */
export async function failWhenEnded(child: ManagedChild): Promise<never> {
  const how = await child.ended;
  const tail = child.lastLines().map((line) => `  ${line}`);
  throw new WordedError(
    [`${child.label} ${how}.${tail.length > 0 ? " Its last lines:" : ""}`, ...tail].join("\n"),
  );
}

function keep(lines: string[], line: string): void {
  lines.push(line);
  if (lines.length > keptLines) lines.shift();
}

function follow(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.on("data", (chunk) => {
      const parts = (rest + String(chunk)).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) onLine(line);
    });
    stream?.once("end", () => {
      if (rest) onLine(rest);
    });
  }
}

function copyOutput(child: ChildProcess, output: ChildOptions["output"]): void {
  if (output === "quiet") return;
  if (output === "inherit") {
    child.stdout?.pipe(process.stdout, { end: false });
    child.stderr?.pipe(process.stderr, { end: false });
    return;
  }
  const file = createWriteStream(output.file, { flags: "w", mode: 0o600 });
  file.on("error", () => undefined);
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
}
