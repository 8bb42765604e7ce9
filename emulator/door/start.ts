import { createServer, type Server } from "node:http";
import { doorOf } from "./door";
import { Emulator } from "./emulator";
import { DEFAULT_OPTIONS, type EmulatorOptions } from "./emulator-options";

/** Longer than clients keep idle connections, so that no call meets one that is just being closed. */
const KEEP_ALIVE_MS = 120_000;

/** An emulator that listens. */
export interface RunningEmulator {
  /** Without a slash at the end. */
  url: string;
  /** Ends at once, with every connection, hanging ones too. */
  close(): Promise<void>;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Builds the world and listens; what is left out of `options` is as on the command line, port 0 picks a free
 * one. Rejects with the socket's error when the port is taken.
 */
export async function startEmulator(options: Partial<EmulatorOptions> = {}): Promise<RunningEmulator> {
  const all: EmulatorOptions = { ...DEFAULT_OPTIONS, ...options };
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const port = await listen(server, all.port, all.host);
  server.on("request", doorOf(new Emulator(all)));
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
  });
  const host = all.host.includes(":") ? `[${all.host}]` : all.host;
  return { url: `http://${host}:${port}`, close: () => closed(server) };
}
