import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { canUse, type OperatingUser } from "./operating-user";

/** Where root's clusters and binaries go when the project lies in a folder only root may enter. */
export const sharedHome = "/var/lib/pipedeck";

/** The folders of one cluster. `base` holds `cluster/` (PostgreSQL's own), `password` and `postgres.log`. */
export type Home = { base: string; cluster: string; passwordFile: string; logFile: string };

/**
 * Makes the folder for a cluster. It is `dataDir` itself; where the operating user cannot reach that, a folder of a
 * random name under `sharedHome`, and `dataDir/location` says which, so that deleting `dataDir` means a fresh start.
 */
export function homeFor(dataDir: string, user: OperatingUser): Home {
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, user.differs ? 0o711 : 0o700);
  const base = baseFor(dataDir, user);
  return {
    base,
    cluster: path.join(base, "cluster"),
    passwordFile: path.join(base, "password"),
    logFile: path.join(base, "postgres.log"),
  };
}

function baseFor(dataDir: string, user: OperatingUser): string {
  if (!user.differs) return dataDir;
  const pointer = path.join(dataDir, "location");
  const known = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : "";
  if (known && existsSync(known)) return known;
  if (!known && reachable(dataDir, user)) return dataDir;
  const away = path.join(sharedHome, randomBytes(8).toString("hex"));
  mkdirSync(away, { recursive: true });
  chmodSync(sharedHome, 0o755);
  chmodSync(away, 0o711);
  writeFileSync(pointer, `${away}\n`);
  return away;
}

function reachable(dataDir: string, user: OperatingUser): boolean {
  const probe = path.join(dataDir, ".reachable");
  mkdirSync(probe, { recursive: true });
  chmodSync(probe, 0o755);
  try {
    return canUse(user, probe);
  } finally {
    rmdirSync(probe);
  }
}

/** Hands a path to the operating user. */
export function giveTo(user: OperatingUser, at: string): void {
  if (user.differs) chownSync(at, user.uid, user.gid);
}
