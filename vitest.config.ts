import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const tests = "**/*.test.{ts,tsx}";

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
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: "app",
          include: [`{app,components}/${tests}`, `lib/{queries,server}/${tests}`, "*.test.ts"],
          globalSetup: ["scripts/testing/global-setup.ts"],
          setupFiles: ["scripts/testing/patient-queries.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "pure",
          include: [`{bench,emulator,scripts}/${tests}`, `lib/{contract,domain}/${tests}`],
          // No state of their own outside the tests, so that files may share a process: half the time.
          isolate: false,
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
