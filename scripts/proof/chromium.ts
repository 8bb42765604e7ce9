import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { WordedError } from "../processes/worded-error";
import { runProgram, runTool } from "./run-tool";

const names = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The path of a Chromium: PIPEDECK_CHROMIUM, one in PATH, Playwright's own, else it is installed: by Playwright, and
 * where that cannot download, as Debian's package when we are root. Throws a WordedError that says how to give one.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.PIPEDECK_CHROMIUM;
  if (named) {
    if (isProgram(named)) return named;
    throw new WordedError(`PIPEDECK_CHROMIUM is "${named}", which is no program.`);
  }
  const found = inPath() ?? (await playwrights());
  if (found) return found;
  console.log("No Chromium found; installing one ...");
  const own = await runTool("@playwright/test/cli.js", ["install", "--with-deps", "chromium"]);
  const installed = own.code === 0 ? await playwrights() : undefined;
  if (installed) return installed;
  const debian =
    process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")
      ? await installDebianPackage()
      : "not root on Debian";
  const packaged = inPath();
  if (packaged) return packaged;
  throw new WordedError(
    [
      "No Chromium for the browser tests, and none could be installed. Install one and put it in PATH, or name it in PIPEDECK_CHROMIUM.",
      `playwright install: ${lastLine(own.output)}`,
      `Debian's package: ${debian}`,
    ].join("\n"),
  );
}

function inPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function playwrights(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return isProgram(file) ? file : undefined;
}

async function installDebianPackage(): Promise<string> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const updated = await runProgram("apt-get", ["update"], env);
  const added = await runProgram("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], env);
  return added.code === 0 ? "installed" : lastLine(`${updated.output}\n${added.output}`);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
