import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourceFile } from "./check";

const skipped = new Set([
  "node_modules",
  ".next",
  ".git",
  ".pipedeck",
  "coverage",
  "scratch",
  "test-results",
  "playwright-report",
]);
const generated = /^(next-env\.d\.ts|lib\/server\/store\/migrations\/.*)$|\.tsbuildinfo$/;
const read = /\.(tsx?|mjs|css|md|json|sql|yaml|yml|tf)$/;

/** Every file of the project: with its text what people write, of others the path alone. */
export function projectFiles(root: string, folder = ""): SourceFile[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry): SourceFile[] => {
    const at = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : projectFiles(root, at);
    const written = read.test(at) && !generated.test(at);
    return [{ path: at, text: written ? readFileSync(path.join(root, at), "utf8") : "" }];
  });
}
