import { spawn } from "node:child_process";

/** What a program printed, standard output and error together, and how it ended. */
export interface ClientRun {
  code: number | null;
  output: string;
}

/** Runs a program that asks the emulator, away from the AWS configuration of whoever runs the tests. */
export function runClient(
  command: string,
  args: string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<ClientRun> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => {
      output += text.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
