import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { removePostgres, startPostgres } from "../../postgres/start-postgres";
import { freePort } from "../../processes/port";
import type { Shutdown } from "../../processes/shutdown";
import { writeDemoConfig } from "../../stack/demo-config";
import { startEmulator } from "../../stack/emulator";
import { keptSecret } from "../../stack/kept-secret";
import { emulatorCredentials, serverReady, startServer, urlOf } from "../../stack/server";
import { startCanaryProxy } from "./canary-proxy";
import type { SecretTown } from "./facts";

const METRICS_TOKEN = "a token of the proof that is long enough";

/** PostgreSQL, the demo's world, canaries in front of it, and a server that logs all it can. */
export async function startSecretTown(shutdown: Shutdown): Promise<SecretTown> {
  const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-prove-"));
  chmodSync(folder, 0o711);
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = path.join(folder, "postgres");
  shutdown.add(() => removePostgres(dataDir));
  const database = await startPostgres({ dataDir, throwaway: true });
  const emulator = await startEmulator(
    ["--port", "0", "--world", "acme", "--seed", "7", "--clock", "manual"],
    "quiet",
  );
  shutdown.add(() => emulator.child.stop());
  const { url: proxyUrl, cage } = await startCanaryProxy(shutdown, emulator.url);
  const host = "127.0.0.1";
  const port = await freePort();
  const url = urlOf(host, port);
  const log = path.join(folder, "server.log");
  const metricsToken = METRICS_TOKEN.replaceAll(" ", "-");
  const server = startServer({
    mode: "start",
    host,
    port,
    env: {
      ...emulatorCredentials(process.env),
      PIPEDECK_CONFIG: writeDemoConfig(folder, proxyUrl),
      PIPEDECK_DATA: folder,
      PIPEDECK_METRICS_TOKEN: metricsToken,
      PIPEDECK_READS_PER_SECOND: "100000",
      DATABASE_URL: database.url,
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: keptSecret(folder),
      LOG_LEVEL: "debug",
      HOST: host,
      PORT: String(port),
    },
    output: { file: log },
  });
  shutdown.add(() => server.stop());
  await serverReady(server, url, 60_000);
  return { url, log, metricsToken, cage };
}
