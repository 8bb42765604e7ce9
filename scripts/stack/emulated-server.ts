import type { ManagedChild } from "../processes/managed-child";
import { type EmulatedTarget, writeDemoConfig } from "./demo-config";
import { keptSecret } from "./kept-secret";
import { emulatorCredentials, type ServerOptions, startServer, urlOf } from "./server";

export type EmulatedServerOptions = Omit<ServerOptions, "env"> & {
  /** Holds the configuration and the secret. */
  folder: string;
  /** Of a database that runs, or what makes the server wait for one. */
  database: { DATABASE_URL: string } | { PIPEDECK_DATABASE_COMES: string };
  emulatorUrl: string;
  /** Without them, those of the demo. */
  targets?: readonly EmulatedTarget[];
  /** The key `permissions` of the configuration. */
  permissions?: object;
  /** The key `history` of the configuration. */
  history?: object;
  /** Tests only: the server's clock follows the emulator's. */
  followsClock?: boolean;
};

/** The demo's four people are many people each, in benches and proofs above all. */
const GENEROUS = { PIPEDECK_READS_PER_SECOND: "100000", PIPEDECK_PRESSES_PER_SECOND: "100000" };

/** Starts the application with the emulator as its only back end. It is not ready yet. */
export function startEmulatedServer(options: EmulatedServerOptions): ManagedChild {
  const { folder, database, emulatorUrl, targets, permissions, history, followsClock, ...server } = options;
  return startServer({
    ...server,
    env: {
      ...emulatorCredentials(process.env),
      ...(followsClock ? { PIPEDECK_CLOCK_URL: emulatorUrl } : {}),
      PIPEDECK_CONFIG: writeDemoConfig(folder, emulatorUrl, targets, { permissions, history }),
      PIPEDECK_DATA: folder,
      ...GENEROUS,
      ...database,
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || urlOf(server.host, server.port),
      NEXTAUTH_SECRET: keptSecret(folder),
      HOST: server.host,
      PORT: String(server.port),
    },
  });
}
