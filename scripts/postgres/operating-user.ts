import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { PostgresError } from "./postgres-error";

/** Whom PostgreSQL runs as. It refuses root, so root's programs hand it to `postgres` or, without one, `nobody`. */
export type OperatingUser = { differs: false } | { differs: true; uid: number; gid: number; name: string };

export function operatingUser(): OperatingUser {
  if (process.getuid?.() !== 0) return { differs: false };
  for (const name of ["postgres", "nobody"]) {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((it) => it.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(":") ?? [];
    if (uid && gid) return { differs: true, uid: Number(uid), gid: Number(gid), name };
  }
  throw new PostgresError(
    "PostgreSQL does not run as root and this machine has neither a user postgres nor nobody. Start as another user or set DATABASE_URL.",
  );
}

/** All that PostgreSQL's programs see of the environment. NODE_ENV is there only because the type asks for it. */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: "/usr/bin:/bin",
  LC_ALL: "C",
  NODE_ENV: "production",
};

/** The part of spawn's options that makes a child run as that user. */
export function spawnAs(user: OperatingUser): { uid?: number; gid?: number } {
  return user.differs ? { uid: user.uid, gid: user.gid } : {};
}

/** Whether that user may read and enter (or run) the path: asked of the kernel, so that every folder above counts. */
export function canUse(user: OperatingUser, path: string): boolean {
  const script = 'test -r "$1" && test -x "$1"';
  return spawnSync("/bin/sh", ["-c", script, "sh", path], { cwd: "/", ...spawnAs(user) }).status === 0;
}
