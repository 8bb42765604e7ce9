import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../stack/folders";
import { arrowNames } from "./arrow-names";

/** One wrong import for each arrow: file, and what it imports. */
const wrong: Record<string, [file: string, imported: string]> = {
  "no-cycles": ["lib/domain/cycle-back.ts", "./cycle"],
  resolvable: ["lib/domain/unresolvable.ts", "./nowhere"],
  "nobody-imports-app": ["components/layout/imports-app.tsx", "@/app/fonts/inter"],
  "pages-import-downwards": ["app/(pages)/page.tsx", "@/lib/server/clock"],
  "layout-asks-auth-only": ["app/(pages)/layout.tsx", "@/lib/server/clock"],
  "reads-look-as-somebody": ["lib/server/reads/sees-all.ts", "@/lib/server/watch/find-watch"],
  "first-data-for-pages": ["app/api/receipts/route.ts", "@/lib/server/first-data/place"],
  "server-order-first-data": ["lib/server/first-data/up.ts", "@/lib/server/watch/place"],
  "api-imports-server": ["app/api/targets/route.ts", "@/components/ui/pill"],
  "components-import-downwards": ["components/layout/imports-server.tsx", "@/lib/server/clock"],
  "ui-knows-no-noun": ["components/ui/knows-pipelines.tsx", "@/components/pipelines/rail"],
  "queries-import-downwards": ["lib/queries/imports-component.ts", "@/components/ui/pill"],
  "contract-types-in-browser": ["components/pipelines/takes-schema.tsx", "@/lib/contract/target"],
  "zod-on-the-server": ["components/pipelines/takes-zod.tsx", "zod"],
  "contract-imports-domain": ["lib/contract/imports-server.ts", "@/lib/server/clock"],
  "domain-imports-nothing": ["lib/domain/imports-contract.ts", "@/lib/contract/target"],
  "server-imports-downwards": ["lib/server/imports-component.ts", "@/components/ui/pill"],
  "server-order-config": ["lib/server/config/up.ts", "@/lib/server/store/place"],
  "server-order-aws": ["lib/server/aws/up.ts", "@/lib/server/codepipeline/place"],
  "server-order-codepipeline": ["lib/server/codepipeline/up.ts", "@/lib/server/watch/place"],
  "server-order-live": ["lib/server/live/up.ts", "@/lib/server/watch/place"],
  "server-order-store": ["lib/server/store/up.ts", "@/lib/server/auth/place"],
  "server-order-http": ["lib/server/http/up.ts", "@/lib/server/auth/place"],
  "server-order-auth": ["lib/server/auth/up.ts", "@/lib/server/watch/place"],
  "server-order-watch": ["lib/server/watch/up.ts", "@/lib/server/reads/place"],
  "server-order-reads": ["lib/server/reads/up.ts", "@/lib/server/commands/place"],
  "server-order-commands": ["lib/server/commands/up.ts", "@/lib/server/reads/place"],
  "server-base-is-below": ["lib/server/errors.ts", "@/lib/server/store/place"],
  "sdk-stays-at-the-border": ["lib/server/reads/takes-sdk.ts", "@aws-sdk/client-codepipeline"],
  "emulator-imports-nothing-of-ours": ["emulator/engine/imports-domain.ts", "@/lib/domain/age"],
  "emulator-packages": ["emulator/engine/imports-package.ts", "zod"],
  "nobody-imports-emulator": ["lib/server/reads/imports-emulator.ts", "@/emulator/main"],
  "e2e-is-outside": ["e2e/imports-domain.ts", "@/lib/domain/age"],
  "scripts-are-outside": ["scripts/imports-domain.ts", "@/lib/domain/age"],
  "tests-are-leaves": ["lib/domain/imports-test.ts", "@/lib/domain/age.test"],
  "testing-for-tests": ["lib/server/reads/imports-testing.ts", "@/lib/server/testing/place"],
  "no-development-packages": ["lib/server/reads/imports-vitest.ts", "vitest"],
};

/** What the wrong files import, so that it exists. */
const right = [
  "app/fonts/inter.ts",
  "components/pipelines/rail.tsx",
  "components/ui/pill.tsx",
  "emulator/main.ts",
  "lib/contract/target.ts",
  "lib/domain/age.test.ts",
  "lib/domain/age.ts",
  "lib/server/clock.ts",
  "lib/server/watch/find-watch.ts",
  ...["auth", "codepipeline", "commands", "first-data", "reads", "store", "testing", "watch"].map(
    (it) => `lib/server/${it}/place.ts`,
  ),
];

let folder = "";
let found: { from: string; name: string }[] = [];

function write(file: string, text: string): void {
  const at = path.join(folder, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pipedeck-arrows-"));
  for (const file of right) write(file, "export const value = 1;\n");
  for (const [file, imported] of Object.values(wrong))
    write(file, `import { value } from "${imported}";\nexport const other = value;\n`);
  write("lib/domain/cycle.ts", 'import { other } from "./cycle-back";\nexport const value = other;\n');
  for (const name of ["zod", "vitest", "@aws-sdk/client-codepipeline"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "main.js" }));
    write(`node_modules/${name}/main.js`, "exports.value = 1;");
  }
  const dependencies = { zod: "1.0.0", "@aws-sdk/client-codepipeline": "1.0.0" };
  write(
    "package.json",
    JSON.stringify({ type: "module", dependencies, devDependencies: { vitest: "1.0.0" } }),
  );
  const compilerOptions = {
    module: "esnext",
    moduleResolution: "bundler",
    jsx: "react-jsx",
    paths: { "@/*": ["./*"] },
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions }));
  const tool = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = path.join(root, ".dependency-cruiser.mjs");
  const flags = [
    "--config",
    config,
    "--output-type",
    "json",
    "app",
    "components",
    "lib",
    "emulator",
    "e2e",
    "scripts",
  ];
  const { stdout } = spawnSync(process.execPath, [tool, ...flags], { cwd: folder, encoding: "utf8" });
  const report: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(stdout);
  found = report.summary.violations.map(({ from, rule }) => ({ from, name: rule.name }));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(Object.entries(wrong))("the arrow %s fails on its wrong import", (name, [file]) => {
  expect(found).toContainEqual({ from: file, name });
});

it("every arrow has its wrong import here", async () => {
  expect(Object.keys(wrong).sort()).toEqual((await arrowNames()).sort());
});
