import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** A real process whose log nobody reads yet, once it has logged 20,000 lines. */
async function logged() {
  const args = ["--conditions=react-server", "--import", "tsx", "lib/server/testing/log-loudly.ts"];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, LOG_LEVEL: "info" },
  });
  running.push(child);
  await once(child, "message");
  return child;
}

test("nobody reading the log stops no work, and SIGTERM ends the process all the same", async () => {
  const child = await logged();
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a reader that is gone ends no process", async () => {
  const child = await logged();
  child.stdout?.destroy();
  child.send("ask");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a reader that comes back gets what there was room for, and is told how much there was not", async () => {
  const child = await logged();
  if (!child.stdout) throw new Error("the process has no standard output");
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes("there is room") && text.endsWith("\n")) break;
  }
  const lines: Array<{ msg: string; lines?: number }> = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const dropped = lines.reduce((sum, one) => sum + (one.lines ?? 0), 0);
  expect(dropped).toBeGreaterThan(0);
  expect(lines.filter(({ msg }) => msg === "loud").length + dropped).toBe(20_000);
});
