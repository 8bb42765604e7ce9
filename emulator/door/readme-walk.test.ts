import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { runClient } from "./run-client-for-tests";
import { type RunningEmulator, startEmulator } from "./start";

const HAS_TOOLS = ["aws", "curl", "bash"].every((tool) => spawnSync(tool, ["--version"]).status === 0);

/** The commands of the walk in README.md, all of them in one script. */
function commands({ url }: RunningEmulator): string {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const section = readme.split("\n## ").find((part) => part.startsWith("One pipeline's whole life")) ?? "";
  const blocks = [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, block = ""]) => block);
  return ["set -eo pipefail", ...blocks].join("\n").replaceAll("http://127.0.0.1:4599", url);
}

test("the walk in the README does what it says, command by command", { timeout: 240_000 }, async ({
  skip,
}) => {
  skip(!HAS_TOOLS, "the AWS CLI, curl or bash is not on this machine");
  const now = Date.parse("2026-03-02T09:00:00Z");
  const emulator = await startEmulator({ port: 0, world: "empty", clock: "manual", now });
  const folder = mkdtempSync(path.join(tmpdir(), "walk-"));
  const { code, output } = await runClient("bash", ["-c", commands(emulator)], { cwd: folder });
  rmSync(folder, { recursive: true, force: true });
  await emulator.close();
  expect(output).toMatch(/Source\tSucceeded\nBuild\tSucceeded\nRelease\tInProgress\n/);
  expect(output).toContain('"approvedAt"');
  expect(output).toContain("Freeze until Monday\tInProgress");
  expect(output).toContain("Package\tFailed\t2 tests failed");
  expect(output).toContain("Ask\tAbandoned\tNone");
  expect(output).toMatch(/Build\tSucceeded\t(\S+)\nRelease\tInProgress\t\1\n/);
  expect(output).toMatch(/Succeeded\tROLLBACK\tManualRollback\nInProgress\tNone\tStartPipelineExecution\n/);
  expect(output).toContain('"tier"');
  expect(output).toContain("CodePipeline Pipeline Execution State Change");
  expect(output.trimEnd()).toMatch(/"pipelines": \[\]\s*\}$/);
  expect(code).toBe(0);
});
