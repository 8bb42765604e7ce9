import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { failWhenEnded, type ManagedChild, startChild } from "../../scripts/processes/managed-child";
import { freePort } from "../../scripts/processes/port";
import type { Shutdown } from "../../scripts/processes/shutdown";
import { waitForUrl } from "../../scripts/processes/wait-for-url";
import { WordedError } from "../../scripts/processes/worded-error";
import { lockOrWait } from "../../scripts/production-build/lock-or-wait";
import { root } from "../../scripts/stack/folders";
import { emptyAppSources } from "./empty-app-sources";

const next = path.join(root, "node_modules/next/dist/bin/next");
const kept = path.join(root, ".pipedeck/bench");

/**
 * The folder of the control: an empty Next application on the same packages, without React Query, built once for
 * each lock file.
 */
export async function emptyApp(shutdown: Shutdown): Promise<string> {
  const folder = path.join(kept, "empty");
  mkdirSync(kept, { recursive: true });
  const lock = await lockOrWait(path.join(kept, "empty.lock"), "builds the empty application");
  shutdown.add(lock.release);
  const sources = emptyAppSources();
  const stamp = path.join(folder, "made-of");
  const hash = hashOf(sources);
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
    rmSync(folder, { recursive: true, force: true });
    await makeIn(folder, sources, shutdown);
    writeFileSync(stamp, hash);
  }
  lock.release();
  return folder;
}

/**
 * Builds outside the project, since Next would take our proxy and instrumentation from the folders above for the
 * application's own, and moves the result to `folder`, where Node finds the packages.
 */
async function makeIn(folder: string, sources: Record<string, string>, shutdown: Shutdown): Promise<void> {
  const away = realpathSync(mkdtempSync(path.join(tmpdir(), "pipedeck-empty-")));
  const remove = () => rmSync(away, { recursive: true, force: true });
  shutdown.add(remove);
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(path.dirname(path.join(away, name)), { recursive: true });
    writeFileSync(path.join(away, name), text);
  }
  symlinkSync(path.join(root, "node_modules"), path.join(away, "node_modules"), "dir");
  await build(away, shutdown);
  cpSync(away, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => from !== path.join(away, "node_modules") && from !== path.join(away, ".next/cache"),
  });
  remove();
}

/** Starts the control without waiting for it. `bytes` is the file that its route handler answers. */
export function spawnEmptyApp(folder: string, port: number, bytes = ""): ManagedChild {
  return startChild({
    label: "The empty application",
    args: [next, "start", "-H", "127.0.0.1", "-p", String(port)],
    cwd: folder,
    env: { ...production(), BENCH_BYTES: bytes },
    output: "quiet",
  });
}

/** Starts the control on a free port and waits for it; answers its address. */
export async function startEmptyApp(shutdown: Shutdown, bytes?: string): Promise<string> {
  const folder = await emptyApp(shutdown);
  const port = await freePort();
  const child = spawnEmptyApp(folder, port, bytes);
  shutdown.add(() => child.stop());
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([waitForUrl(url, child.label, 60_000), failWhenEnded(child)]);
  return url;
}

async function build(folder: string, shutdown: Shutdown): Promise<void> {
  console.log("Building the empty application ...");
  const child = startChild({
    label: "The build of the empty application",
    args: [next, "build"],
    cwd: folder,
    env: { ...production(), BENCH_ROOT: commonFolder(folder, realpathSync(root)) },
    output: "quiet",
  });
  shutdown.add(() => child.stop());
  const how = await child.ended;
  if (how !== "ended with code 0")
    throw new WordedError([`${child.label} ${how}:`, ...child.lastLines()].join("\n"));
}

function production(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

/** The nearest folder that holds both. */
export function commonFolder(one: string, other: string): string {
  const parts = one.split(path.sep);
  const others = other.split(path.sep);
  const differ = parts.findIndex((part, index) => part !== others[index]);
  return parts.slice(0, differ === -1 ? parts.length : differ).join(path.sep) || path.sep;
}

function hashOf(sources: Record<string, string>): string {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  return createHash("sha256").update(JSON.stringify(sources)).update(lock).digest("hex");
}
