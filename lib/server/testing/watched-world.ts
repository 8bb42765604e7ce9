import "server-only";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { followClock } from "../clock";
import { type EmulatorProcess, startEmulator } from "./emulator-process";
import { stubAwsKeys } from "./stub-aws-keys";
import { Watching } from "./watching";

/** The emulator of a file of tests, and what watches it. */
export interface WatchedWorld {
  readonly emulator: EmulatorProcess;
  readonly watching: Watching;
  /** From now on AWS fails in this way, until the test ends. */
  fault(kind: string, facts?: object): Promise<unknown>;
}

/**
 * Has the tests of a file watch one demo world at a standing clock, which the server's clock follows unless told not to.
 * To be called once, where hooks are.
 */
export function watchedWorld({ followsClock = true } = {}): WatchedWorld {
  let emulator: EmulatorProcess | undefined;
  let watching: Watching | undefined;
  beforeAll(async () => {
    emulator = await startEmulator(["--world", "acme", "--clock", "manual"]);
    watching = new Watching(emulator);
  }, 60_000);
  afterAll(() => emulator?.stop());
  beforeEach(async () => {
    stubAwsKeys();
    if (!followsClock) return;
    vi.stubEnv("PIPEDECK_CLOCK_URL", emulator?.url);
    await followClock();
  });
  afterEach(async () => {
    await emulator?.control("DELETE", "/faults");
    await watching?.rest();
  });
  return {
    get emulator() {
      return there(emulator);
    },
    get watching() {
      return there(watching);
    },
    fault: (kind, facts = {}) => there(emulator).control("POST", "/faults", { kind, ...facts }),
  };
}

function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error("the world begins with the first test");
  return thing;
}
