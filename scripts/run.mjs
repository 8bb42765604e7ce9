// What every npm script calls: uses Node's own modules only, so that it works in a clone without node_modules.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const oldest = [20, 20];

const [name = "", ...rest] = process.argv.slice(2);
process.exitCode = await main().catch((error) => {
  console.error(isWorded(error) ? error.message : error);
  return 1;
});

async function main() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < (oldest[0] ?? 0) || (major === oldest[0] && minor < (oldest[1] ?? 0))) {
    console.error(`Pipedeck needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`);
    return 1;
  }
  const script = path.join(root, "scripts", `${name}.ts`);
  if (!/^[a-z]+$/.test(name) || !existsSync(script)) {
    console.error(
      `Unknown command "${name}". Run: npm run demo, dev, build, start, emulator, test or verify.`,
    );
    return 1;
  }
  const { endWithNpm } = await import("./install/end-with-npm.mjs");
  endWithNpm();
  const { ensureInstalled } = await import("./install/install.mjs");
  await ensureInstalled(root);
  return await runScript(script);
}

/**
 * Runs the script as a child that ends when this process ends, and answers its exit code.
 * @param {string} script
 * @returns {Promise<number>}
 */
function runScript(script) {
  const environment = { ...process.env };
  Reflect.deleteProperty(environment, "NODE_ENV");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...rest], {
    cwd: root,
    env: { ...environment, PIPEDECK_STARTED_IN: process.cwd() },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

/** @param {unknown} error */
function isWorded(error) {
  return error instanceof Error && error.constructor.name === "InstallError";
}
