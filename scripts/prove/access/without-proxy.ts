import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../stack/folders";

const folder = path.join(root, ".pipedeck/without-proxy");

/** Not copied: what the build made of `proxy.ts`, and what it keeps for the next build. */
const left = ["cache", "server/middleware", "server/middleware.js", "server/middleware.js.map"];

/** A copy of the production build whose `proxy.ts` is taken out: what a server makes of the rest. Answers its folder. */
export function withoutProxy(): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, "lib/server/store"), { recursive: true });
  const built = path.join(root, ".next");
  cpSync(built, path.join(folder, ".next"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !left.includes(path.relative(built, from)),
  });
  const manifest = path.join(folder, ".next/server/functions-config-manifest.json");
  const parsed: { functions: Record<string, unknown> } = JSON.parse(readFileSync(manifest, "utf8"));
  Reflect.deleteProperty(parsed.functions, "/_middleware");
  writeFileSync(manifest, JSON.stringify(parsed));
  for (const name of [
    "node_modules",
    "public",
    "package.json",
    "next.config.mjs",
    "lib/server/store/migrations",
  ])
    symlinkSync(path.join(root, name), path.join(folder, name));
  return folder;
}
