import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import type { Binaries } from "./binaries";
import type { Home } from "./home";
import { bareEnvironment, type OperatingUser, spawnAs } from "./operating-user";

// The shell holds our end of a pipe: when this process goes, even by kill -9, `cat` ends and the server is told to stop.
const superviseScript = `
"$@" </dev/null &
server=$!
{ cat >/dev/null; kill -INT "$server" 2>/dev/null; } <&3 >/dev/null 2>&1 &
exec 3<&-
wait "$server"
`;

/** Starts the server of a cluster under a small supervisor; closing its stdin ends the server. */
export function spawnServer(
  home: Home,
  binaries: Binaries,
  user: OperatingUser,
  port: number,
  throwaway: boolean,
): ChildProcess {
  const log = openSync(home.logFile, "w", 0o600);
  const durable = throwaway ? "off" : "on";
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `fsync=${durable}`,
    `full_page_writes=${durable}`,
    `synchronous_commit=${durable}`,
    "max_connections=100",
    "log_timezone=UTC",
    "timezone=UTC",
  ];
  const command = [
    binaries.postgres,
    "-D",
    home.cluster,
    "-p",
    String(port),
    ...settings.flatMap((it) => ["-c", it]),
  ];
  try {
    return spawn("/bin/sh", ["-c", `exec 3<&0\n${superviseScript}`, "postgres-supervisor", ...command], {
      cwd: home.base,
      detached: true,
      env: bareEnvironment,
      stdio: ["pipe", log, log],
      ...spawnAs(user),
    });
  } finally {
    closeSync(log);
  }
}

/** The last lines of the server's log in one line, for a message. */
export function logTail(home: Home): string {
  try {
    return readFileSync(home.logFile, "utf8").trim().split("\n").slice(-4).join(" | ");
  } catch {
    return "";
  }
}
