import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { ListPipelinesCommand } from "@aws-sdk/client-codepipeline";
import { afterEach, describe, expect, test } from "vitest";
import { codePipelineAt, control } from "./door/sdk-for-tests";

const MAIN = resolve(import.meta.dirname, "main.ts");
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function run(...flags: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const output = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => {
    output.out += text.toString();
  });
  child.stderr.on("data", (text: Buffer) => {
    output.err += text.toString();
  });
  const ended = new Promise<number | null>((resolveCode) => child.on("close", resolveCode));
  const ready = new Promise<void>((resolveReady) => child.stdout.on("data", () => resolveReady()));
  return { child, output, ended, ready: Promise.race([ready, ended]) };
}

test("a command line that cannot be understood ends with 2 and one line", async () => {
  const { ended, output } = run("--port", "70000");
  expect(await ended).toBe(2);
  expect(output.err).toBe('emulator: --port must be a whole number from 0 to 65535, not "70000"\n');
  expect(output.out).toBe("");
});

describe("a started emulator", () => {
  test("prints one line when ready, serves as told, and ends at once on a signal though a call hangs", async () => {
    const flags = [
      "--world=empty",
      "--clock",
      "manual",
      "--now",
      "2026-03-04T14:00:00Z",
      "--seed=5",
      "--speed",
      "2",
    ];
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const { child, ready, output, ended } = run("--port", "0", ...flags);
      await ready;
      expect(output.out).toMatch(
        /^emulator ready http:\/\/127\.0\.0\.1:\d+ world=empty clock=manual speed=2\n$/,
      );
      const url = output.out.split(" ")[2] ?? "";
      expect((await control(url, "GET", "/status")).body).toMatchObject({
        now: "2026-03-04T14:00:00.000Z",
        seed: 5,
      });
      await control(url, "POST", "/faults", { kind: "hang" });
      const hanging = codePipelineAt(url)
        .send(new ListPipelinesCommand())
        .catch((error: Error) => error);
      await expect.poll(async () => (await control(url, "GET", "/journal")).body.last).toBe(1);
      child.kill(signal);
      expect(await ended).toBe(0);
      expect(await hanging).toBeInstanceOf(Error);
      expect(output.err.replaceAll(/.*Warning.*\n/g, "")).toBe("");
    }
  });

  test("says so in one line and ends with 1 when its port is taken", async () => {
    const blocker = createServer();
    const port = await new Promise<number>((resolvePort) => {
      blocker.listen(0, "127.0.0.1", () => {
        const address = blocker.address();
        resolvePort(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    const { ended, output } = run("--port", String(port), "--world", "empty");
    expect(await ended).toBe(1);
    blocker.close();
    expect(output.err).toBe(`emulator: port ${port} of 127.0.0.1 is taken; pick another with --port\n`);
    expect(output.out).toBe("");
  });
});
