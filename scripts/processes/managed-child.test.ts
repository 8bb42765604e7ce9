import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { processBirth } from "../install/process-lock.mjs";
import { root } from "../stack/folders";
import { failWhenEnded, type ManagedChild, startChild } from "./managed-child";

function program(text: string): ManagedChild {
  return startChild({
    label: "The program",
    args: ["-e", text],
    cwd: root,
    env: process.env,
    output: "quiet",
  });
}

it("tells how a child ended and what it said last", async () => {
  const child = program('console.log("one"); console.error("two"); process.exit(3)');
  await expect(failWhenEnded(child)).rejects.toThrow(
    /^The program ended with code 3\. Its last lines:\n(.|\n)*two/,
  );
  expect(child.lastLines().sort()).toEqual(["one", "two"]);
});

it("stops a child", async () => {
  const child = program('console.log("up"); setInterval(() => {}, 1000)');
  await new Promise<void>((resolve) => child.onLine(() => resolve()));
  await child.stop();
  expect(await child.ended).toBe("was ended by SIGTERM");
});

it("a child ends when its parent is killed outright", async () => {
  const child = "console.log(process.pid); setInterval(() => {}, 1000)";
  const parent = `
    const { startChild } = await import("./scripts/processes/managed-child.ts");
    startChild({ label: "x", args: ["-e", ${JSON.stringify(child)}], cwd: ".", env: process.env, output: "inherit" });
    setInterval(() => {}, 1000);`;
  const running = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", parent], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = await new Promise<number>((resolve) =>
    running.stdout.once("data", (chunk) => resolve(Number(chunk))),
  );
  expect(processBirth(pid)).toBeTruthy();
  running.kill("SIGKILL");
  await expect.poll(() => processBirth(pid), { timeout: 5000 }).toBeUndefined();
});
