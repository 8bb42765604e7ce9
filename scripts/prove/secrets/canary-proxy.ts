import type { Shutdown } from "../../processes/shutdown";
import { startAnswerProxy } from "../../testing/answer-proxy";
import { CanaryCage } from "./canary-cage";

/** Puts a canary into every text of CodePipeline's answers, between the application and the emulator. */
export async function startCanaryProxy(
  shutdown: Shutdown,
  emulatorUrl: string,
): Promise<{ url: string; cage: CanaryCage }> {
  const cage = new CanaryCage();
  const url = await startAnswerProxy(shutdown, emulatorUrl, ({ operation, body }) =>
    cage.release(operation, body),
  );
  return { url, cage };
}
