import "server-only";
import { afterEach, beforeEach, vi } from "vitest";
import { type TestTarget, writeConfig } from "./config-file";
import { forgetWatches } from "./forget-watches";
import { stubAwsKeys } from "./stub-aws-keys";

/**
 * Has each test of a file begin with keys, a secret and a configuration of its own with these targets, and watches them no
 * longer than that. To be called once, where hooks are, before those that ask the server.
 */
export function configureEachTest(targets: () => TestTarget[]): void {
  let removeConfig = () => {};
  beforeEach(() => {
    stubAwsKeys();
    vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests, long enough to be one");
    removeConfig = writeConfig(targets());
  });
  afterEach(async () => {
    await forgetWatches();
    removeConfig();
  });
}
