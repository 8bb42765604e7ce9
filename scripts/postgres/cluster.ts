import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Binaries } from "./binaries";
import { giveTo, type Home } from "./home";
import { bareEnvironment, type OperatingUser, spawnAs } from "./operating-user";
import { PostgresError } from "./postgres-error";

/** The cluster's password, undefined before there is one. */
export function passwordOf(home: Home): string | undefined {
  return existsSync(home.passwordFile) ? readFileSync(home.passwordFile, "utf8").trim() : undefined;
}

/**
 * Makes the cluster when there is none. It is made beside its place and renamed, so that an interrupted start leaves
 * nothing half made.
 */
export async function createCluster(
  home: Home,
  binaries: Binaries,
  user: OperatingUser,
  throwaway: boolean,
): Promise<void> {
  for (const entry of readdirSync(home.base)) {
    if (entry.startsWith("cluster.new"))
      rmSync(path.join(home.base, entry), { recursive: true, force: true });
  }
  const versionFile = path.join(home.cluster, "PG_VERSION");
  if (existsSync(versionFile)) {
    refuseOtherMajor(readFileSync(versionFile, "utf8").trim(), binaries, home);
    return;
  }
  writeFileSync(home.passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  giveTo(user, home.passwordFile);
  const draft = path.join(home.base, `cluster.new.${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  giveTo(user, draft);
  await runInitdb(draft, home, binaries, user, throwaway);
  rmSync(home.cluster, { recursive: true, force: true });
  renameSync(draft, home.cluster);
}

function refuseOtherMajor(found: string, binaries: Binaries, home: Home): void {
  const expected = binaries.version.split(".")[0];
  if (found === expected) return;
  throw new PostgresError(
    `The data in ${home.cluster} is of PostgreSQL ${found}, the embedded server is ${expected}. Move the data with pg_dump, or set another PIPEDECK_DATA.`,
  );
}

async function runInitdb(
  draft: string,
  home: Home,
  binaries: Binaries,
  user: OperatingUser,
  throwaway: boolean,
): Promise<void> {
  const flags = [
    `--pgdata=${draft}`,
    "--username=postgres",
    `--pwfile=${home.passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(throwaway ? ["--no-sync"] : []),
  ];
  const output: string[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(binaries.initdb, flags, {
      cwd: home.base,
      env: bareEnvironment,
      stdio: ["ignore", "pipe", "pipe"],
      ...spawnAs(user),
    });
    child.stdout.on("data", (chunk) => output.push(String(chunk)));
    child.stderr.on("data", (chunk) => output.push(String(chunk)));
    child.once("error", (error) => reject(new PostgresError(`initdb cannot run: ${error.message}`)));
    child.once("close", resolve);
  });
  if (code === 0) return;
  rmSync(draft, { recursive: true, force: true });
  const text = output.join("");
  if (/No space left on device/.test(text)) throw new PostgresError(`No disk space left in ${home.base}.`);
  throw new PostgresError(`PostgreSQL could not make its data folder ${home.cluster}: ${lastLines(text)}`);
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-4).join(" | ");
}
