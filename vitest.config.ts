import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}scripts/testing/server-only.ts` },
    ],
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["{app,components,emulator,lib,scripts}/**/*.test.{ts,tsx}", "*.test.ts"],
    environment: "node",
    env: { TZ: "UTC" },
    globalSetup: ["scripts/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    coverage: {
      provider: "v8",
      include: ["emulator/**/*.ts"],
      exclude: ["**/*.test.ts"],
      reporter: ["text-summary", "html"],
    },
  },
});
