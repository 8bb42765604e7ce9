import { arrowNames } from "../checks/arrow-names";
import { runHouseChecks } from "../checks/house-checks";
import { projectFiles } from "../checks/project-files";
import { root } from "../stack/folders";
import { verdict } from "./outcome";
import type { Step } from "./run-steps";
import { runTool } from "./run-tool";

const folders = [
  "app",
  "components",
  "bench",
  "lib",
  "emulator",
  "e2e",
  "scripts",
  "instrumentation.ts",
  "instrumentation-node.ts",
  "proxy.ts",
];

/** `next typegen` first: it writes what the compiler needs to know of routes and of Next itself. */
export const types: Step = {
  name: "types (tsc)",
  run: async () => {
    const generated = await runTool("next/dist/bin/next", ["typegen"]);
    if (generated.code !== 0) return verdict(false, generated.output);
    return tool("typescript/bin/tsc", ["--noEmit", "--pretty", "false"]);
  },
};

export const lint: Step = {
  name: "lint and format (biome)",
  run: () =>
    tool("@biomejs/biome/bin/biome", [
      "check",
      "--error-on-warnings",
      "--max-diagnostics=50",
      "--colors=off",
    ]),
};

export const arrows: Step = {
  name: "arrows (dependency-cruiser)",
  run: () =>
    tool("dependency-cruiser/bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.mjs", ...folders]),
};

export const unused: Step = {
  name: "unused code (knip)",
  run: () => tool("knip/bin/knip.js", ["--no-progress"]),
};

export const house: Step = {
  name: "house checks",
  run: async () => {
    const findings = runHouseChecks(projectFiles(root), await arrowNames());
    return verdict(findings.length === 0, findings.join("\n"));
  },
};

async function tool(file: string, args: string[]) {
  const { code, output } = await runTool(file, args);
  return verdict(code === 0, output);
}
