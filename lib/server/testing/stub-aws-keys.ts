import "server-only";
import { vi } from "vitest";

/** Gives the server keys that the emulator takes for those of an account, until the test ends. */
export function stubAwsKeys(account = "111122223333"): void {
  vi.stubEnv("AWS_ACCESS_KEY_ID", `AKIA${account}`);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "emulator");
}
