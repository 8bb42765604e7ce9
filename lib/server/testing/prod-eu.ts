import "server-only";
import type { TestTarget } from "./config-file";
import type { EmulatorProcess } from "./emulator-process";

/** The production account of the demo world as a target, read through a role. */
export function prodEu({ url }: EmulatorProcess, facts: Partial<TestTarget> = {}): TestTarget {
  return {
    id: "prod-eu",
    endpoint: url,
    account: "444455556666",
    roleArn: "arn:aws:iam::444455556666:role/pipedeck-read",
    ...facts,
  };
}
