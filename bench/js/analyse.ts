import path from "node:path";
import { startChild } from "../../scripts/processes/managed-child";
import type { Shutdown } from "../../scripts/processes/shutdown";
import { WordedError } from "../../scripts/processes/worded-error";
import { root } from "../../scripts/stack/folders";
import { type Part, partOf } from "./chunk-contents";

/** Lets Next.js take the production build apart, which takes about as long as the build; answers the browser's parts. */
export async function analyse(shutdown: Shutdown): Promise<Part[]> {
  console.log("Looking into the chunks ...");
  await next(shutdown, ["experimental-analyze", "--output"], () => undefined);
  const parts: Part[] = [];
  await next(shutdown, ["experimental-analyze", "export"], (line) => {
    const part = line.startsWith('{"type":"part"') ? partOf(line) : undefined;
    if (part) parts.push(part);
  });
  return parts;
}

async function next(shutdown: Shutdown, args: string[], onLine: (line: string) => void): Promise<void> {
  const child = startChild({
    label: `next ${args.join(" ")}`,
    args: [path.join(root, "node_modules/next/dist/bin/next"), ...args],
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    output: "quiet",
  });
  shutdown.add(() => child.stop());
  child.onLine(onLine);
  const how = await child.ended;
  if (how !== "ended with code 0")
    throw new WordedError(
      [`${child.label} ${how}:`, ...child.lastLines().map((it) => it.slice(0, 300))].join("\n"),
    );
}
