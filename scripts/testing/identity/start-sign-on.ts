import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { failWhenEnded, startChild } from "../../processes/managed-child";
import { freePort } from "../../processes/port";
import type { Shutdown } from "../../processes/shutdown";
import { root } from "../../stack/folders";
import { keptSecret } from "../../stack/kept-secret";
import { emulatorCredentials, serverReady, startServer, urlOf } from "../../stack/server";
import { ownDatabase } from "../own-database";

const SECRET = "the secret of the client";

/**
 * Starts a real OpenID Connect provider and a production server where people sign in at it, with a database of its own
 * beside that of `databaseUrl`. Answers both addresses.
 */
export async function startSignOn(
  shutdown: Shutdown,
  options: { folder: string; databaseUrl: string; emulatorUrl: string; timeoutMs?: number },
): Promise<{ url: string; issuer: string }> {
  const host = "127.0.0.1";
  const port = await freePort();
  const url = urlOf(host, port);
  const issuer = await startProvider(shutdown, url);
  const folder = path.join(options.folder, "sign-on");
  mkdirSync(folder);
  const config = path.join(folder, "pipedeck.config.yaml");
  writeFileSync(config, configuration(issuer, options.emulatorUrl, options.timeoutMs));
  const server = startServer({
    mode: "start",
    host,
    port,
    env: {
      ...emulatorCredentials(process.env),
      PIPEDECK_CONFIG: config,
      PIPEDECK_DATA: folder,
      DATABASE_URL: await ownDatabase(options.databaseUrl, "sign_on"),
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: keptSecret(folder),
      CLIENT_SECRET: SECRET,
      HOST: host,
      PORT: String(port),
    },
    output: process.env.PIPEDECK_E2E_LOG ? { file: `${process.env.PIPEDECK_E2E_LOG}.sign-on` } : "quiet",
  });
  shutdown.add(() => server.stop());
  await serverReady(server, url, 60_000);
  return { url, issuer };
}

async function startProvider(shutdown: Shutdown, application: string): Promise<string> {
  const port = await freePort();
  const child = startChild({
    label: "The OpenID Connect provider",
    args: [
      "--import",
      "tsx",
      path.join(root, "scripts/testing/identity/main.ts"),
      String(port),
      application,
      SECRET,
    ],
    cwd: root,
    env: process.env,
    output: "quiet",
  });
  shutdown.add(() => child.stop());
  const ready = new Promise<string>((resolve) => {
    child.onLine((line) => {
      const found = /^provider ready (\S+)/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
  });
  return Promise.race([ready, failWhenEnded(child)]);
}

function configuration(issuer: string, emulatorUrl: string, timeoutMs = 5000): string {
  return `targets:
  - id: dev-eu
    name: Dev Europe
    account: "111122223333"
    region: eu-west-1
    endpoint: ${emulatorUrl}
    operatorRoleArn: arn:aws:iam::111122223333:role/pipedeck-operator
    timeoutMs: ${timeoutMs}
signIn:
  name: Example Login
  issuer: ${issuer}
  clientId: pipedeck
  clientSecretEnv: CLIENT_SECRET
  scope: openid profile groups
  roles:
    admin: [platform]
    operator: [on-call]
    approver: [release]
`;
}
