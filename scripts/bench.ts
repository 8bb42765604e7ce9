import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./stack/folders";

const folder = path.join(root, "bench");
const name = process.argv[2] ?? "";
const file = path.join(folder, `${name}.ts`);

// A bench closes what it opened when it is interrupted, so it runs in this process and not below it.
if (/^[a-z]+$/.test(name) && existsSync(file)) await import(pathToFileURL(file).href);
else {
  const known = readdirSync(folder).filter((it) => it.endsWith(".ts"));
  console.error(
    `There is no bench "${name}"; expected one of: ${known.map((it) => it.slice(0, -3)).join(", ")}.`,
  );
  process.exitCode = 1;
}
