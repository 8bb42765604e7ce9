import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const tests = "**/*.test.{ts,tsx}";
/** Half of the time these tests wait: for sweeps, for budgets, for processes that start. */
const MANY = { maxWorkers: 4 };

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}scripts/testing/server-only.ts` },
    ],
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    environment: "node",
    env: { TZ: "UTC", LOG_LEVEL: "silent" },
    pool: "forks",
    testTimeout: 15_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: "server",
          include: [`{app,lib/server}/${tests}`, "*.test.ts"],
          globalSetup: ["scripts/testing/global-setup.ts"],
          ...MANY,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          // What needs a document is written as .tsx, what needs none as .ts.
          include: ["{components,lib/queries}/**/*.test.tsx"],
          environment: "happy-dom",
          setupFiles: ["scripts/testing/patient-queries.ts"],
          ...MANY,
        },
      },
      {
        extends: true,
        test: {
          name: "pure",
          include: [
            `{bench,emulator,scripts}/${tests}`,
            `lib/{contract,domain}/${tests}`,
            "{components,lib/queries}/**/*.test.ts",
          ],
          // No state of their own outside the tests, so that files may share a process: half the time. After the others,
          // since a process is shared by those alone that come one after the other.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["emulator/**/*.ts"],
      exclude: ["**/*.test.ts"],
      reporter: ["text-summary", "html"],
    },
  },
});
