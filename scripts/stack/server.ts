import path from "node:path";
import { failWhenEnded, type ManagedChild, startChild } from "../processes/managed-child";
import { waitForUrl } from "../processes/wait-for-url";
import { root } from "./folders";
import { leanMemory } from "./lean-memory";

export type ServerOptions = {
  mode: "start" | "dev";
  host: string;
  port: number;
  env: NodeJS.ProcessEnv;
  output: { file: string } | "inherit" | "quiet";
  /** Folder of the build, if it is not the project's own. */
  application?: string;
};

/**
 * An idle connection stays open for longer than a proxy in front keeps it, which would else send a request into one that
 * closes: Node.js closes them after 5 s, AWS's load balancers after 60.
 */
const IDLE_MS = 75_000;

/** Starts Next.js: the production build (`start`) or with hot reload (`dev`). It is not ready yet. */
export function startServer({
  mode,
  host,
  port,
  env,
  output,
  application = root,
}: ServerOptions): ManagedChild {
  const next = [path.join(root, "node_modules/next/dist/bin/next"), mode, "-H", host, "-p", String(port)];
  if (mode === "start") next.push("--keepAliveTimeout", String(IDLE_MS));
  // Hot reload keeps every module it ever made, and decides itself how large it may become.
  const lean = mode === "start" ? leanMemory(env) : { flags: [], env };
  return startChild({
    label: "The server",
    args: [...lean.flags, ...next],
    cwd: application,
    env: {
      ...lean.env,
      NODE_ENV: mode === "start" ? "production" : "development",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    output,
  });
}

/** Waits until `/api/ready` answers 200; fails at once when the server ends before. */
export async function serverReady(server: ManagedChild, url: string, limitMs: number): Promise<void> {
  await Promise.race([waitForUrl(`${url}/api/ready`, server.label, limitMs), failWhenEnded(server)]);
}

/** The address to print and to open for a server that listens on `host`. */
export function urlOf(host: string, port: number): string {
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

/** The environment without AWS settings of the person's own, and with the emulator's static keys. */
export function emulatorCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const clean = { ...env };
  for (const name of Object.keys(clean)) if (name.startsWith("AWS_")) Reflect.deleteProperty(clean, name);
  return {
    ...clean,
    AWS_ACCESS_KEY_ID: "AKIA111122223333",
    AWS_SECRET_ACCESS_KEY: "emulator",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
}
