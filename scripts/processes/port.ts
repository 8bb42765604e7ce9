import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "./worded-error";

/** Reads a port from the environment; `variable` unset means `fallback`. */
export function portFrom(variable: string, fallback: number, env: NodeJS.ProcessEnv = process.env): number {
  const text = env[variable]?.trim();
  if (!text) return fallback;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new WordedError(`${variable} is "${text}"; expected a port number from 1 to 65535.`);
}

/**
 * Throws a WordedError that names `variable` when nothing can listen on host and port. `patienceMs` is for a port that
 * a killed predecessor is just letting go of.
 */
export async function requireFreePort(
  host: string,
  port: number,
  variable: string,
  patienceMs = 0,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const code = await listenFailure(host, port);
    if (!code) return;
    if (code === "EADDRINUSE" && performance.now() < deadline) {
      await delay(100);
      continue;
    }
    throw new WordedError(words(code, host, port, variable));
  }
}

function words(code: string, host: string, port: number, variable: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program. End it, or choose another port: ${variable}=${port + 1}`;
  }
  if (code === "EACCES")
    return `Port ${port} needs more rights than this user has. Choose another port: ${variable}=3000`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST is "${host}"; this machine has no such address.`;
  return `Nothing can listen on ${host}:${port} (${code}). Choose another port: ${variable}=${port + 1}`;
}

function listenFailure(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** A port of loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
