import { defineConfig } from "@playwright/test";

// The addresses come from scripts/testing/browser-setup.ts; workers read this file after it has run.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./scripts/testing/browser-setup.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A second try needs a world of its own, which the whole run has: `npm test` runs again what failed, and names it.
  retries: 0,
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: process.env.PIPEDECK_E2E_URL,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: {
      executablePath: process.env.PIPEDECK_CHROMIUM,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "sign in", testMatch: "auth.setup.ts", teardown: "restart" },
    // First, since it is the longest and waits for most of it: that is what the third worker is for.
    { name: "troubles", testMatch: "aws-troubles.spec.ts", dependencies: ["sign in"] },
    {
      name: "browser",
      testMatch: "*.spec.ts",
      testIgnore: ["single-sign-on.spec.ts", "aws-troubles.spec.ts", "server-restart.spec.ts"],
      dependencies: ["sign in"],
    },
    { name: "single sign-on", testMatch: "single-sign-on.spec.ts", dependencies: ["sign in"] },
    // After all others, whether they passed or not.
    { name: "restart", testMatch: "server-restart.spec.ts" },
  ],
});
