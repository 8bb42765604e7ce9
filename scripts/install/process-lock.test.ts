import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { processBirth, takeLock } from "./process-lock.mjs";

let folder = "";
const lockFile = () => path.join(folder, "deep", "lock");

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pipedeck-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("is held by one, says by whom, and is free after its release", () => {
  const first = takeLock(lockFile(), "http://127.0.0.1:3000");
  expect(first).toMatchObject({ held: true, wasStale: false });
  expect(takeLock(lockFile())).toMatchObject({
    held: false,
    holder: { pid: process.pid, note: "http://127.0.0.1:3000" },
  });
  if (first.held) first.release();
  expect(takeLock(lockFile())).toMatchObject({ held: true, wasStale: false });
});

it("is taken over from a process that was killed, and from another process of the same number", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const pid = child.pid ?? 0;
  const birth = processBirth(pid);
  expect(birth).toBeTruthy();
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  const taken = takeLock(lockFile());
  if (taken.held) taken.release();
  writeFileSync(lockFile(), JSON.stringify({ pid, birth, note: "" }));
  expect(takeLock(lockFile())).toMatchObject({ held: true, wasStale: true });
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, birth: "another time", note: "" }));
  expect(takeLock(lockFile())).toMatchObject({ held: true, wasStale: true });
});

it("is taken over from a file that is no lock", () => {
  const first = takeLock(lockFile());
  if (first.held) first.release();
  writeFileSync(lockFile(), "{ torn");
  expect(takeLock(lockFile())).toMatchObject({ held: true, wasStale: true });
});

it("of many that take over a stale lock at once, one gets it", async () => {
  const first = takeLock(lockFile());
  if (first.held) first.release();
  writeFileSync(lockFile(), JSON.stringify({ pid: 1_999_999, birth: "0", note: "" }));
  const module = new URL("./process-lock.mjs", import.meta.url).href;
  const program = `
    const { takeLock } = await import(${JSON.stringify(module)});
    console.log(takeLock(process.argv[1]).held);
    process.stdin.resume().on("end", () => process.exit());`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", program, lockFile()], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  const answers = await Promise.all(
    children.map(
      (child) =>
        new Promise<string>((resolve) => child.stdout.once("data", (it) => resolve(String(it).trim()))),
    ),
  );
  for (const child of children) child.stdin.end();
  expect(answers.filter((it) => it === "true")).toHaveLength(1);
});
