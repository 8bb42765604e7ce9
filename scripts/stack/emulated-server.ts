import type { ManagedChild } from "../processes/managed-child";
import { writeDemoConfig } from "./demo-config";
import { keptSecret } from "./kept-secret";
import { emulatorCredentials, type ServerOptions, startServer, urlOf } from "./server";

export type EmulatedServerOptions = Omit<ServerOptions, "env"> & {
  /** Holds the configuration and the secret. */
  folder: string;
  databaseUrl: string;
  emulatorUrl: string;
  /** Tests only: the server's clock follows the emulator's. */
  followsClock?: boolean;
};

/** Starts the application with the emulator as its only back end. It is not ready yet. */
export function startEmulatedServer(options: EmulatedServerOptions): ManagedChild {
  const { folder, databaseUrl, emulatorUrl, followsClock, ...server } = options;
  return startServer({
    ...server,
    env: {
      ...emulatorCredentials(process.env),
      ...(followsClock ? { PIPEDECK_CLOCK_URL: emulatorUrl } : {}),
      PIPEDECK_CONFIG: writeDemoConfig(folder, emulatorUrl),
      PIPEDECK_DATA: folder,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || urlOf(server.host, server.port),
      NEXTAUTH_SECRET: keptSecret(folder),
      HOST: server.host,
      PORT: String(server.port),
    },
  });
}
