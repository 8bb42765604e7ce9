import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Names that zod gives its own classes as text, which no minifier changes. */
const mark = /\$?Zod(?:Error|Type|Object|String)\b/;

/** The chunks of the browser, under `.next/static` of `folder`, that hold a part of zod's run time. */
export function chunksWithZod(folder: string): string[] {
  const chunks = path.join(folder, ".next/static");
  return readdirSync(chunks, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .filter((name) => mark.test(readFileSync(path.join(chunks, name), "utf8")));
}
