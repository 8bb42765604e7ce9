import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const inputs = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-node.ts",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tailwind.config.ts",
  "tsconfig.json",
];

/** A hash of everything the production build is made of; tests are left out. The lock file stands for the packages. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((it) => filesUnder(root, it))) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(root: string, relative: string): string[] {
  const at = path.join(root, relative);
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [relative];
  return readdirSync(at)
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesUnder(root, `${relative}/${name}`));
}
