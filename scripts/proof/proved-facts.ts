import { Shutdown } from "../processes/shutdown";
import { ensureBuilt } from "../production-build/ensure-built";
import type { Fact } from "../replicas/facts";
import { root } from "../stack/folders";
import type { Outcome } from "./outcome";

/** Tries facts one after the other, each on what the one before left; every group has processes of its own. */
export async function provedFacts(
  groups: readonly ((shutdown: Shutdown) => Promise<Fact[]>)[],
  { built = true } = {},
): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, report: "" };
  for (const factsOf of groups) {
    const shutdown = new Shutdown();
    try {
      if (built) await ensureBuilt(root, shutdown);
      for (const { name, run } of await factsOf(shutdown)) {
        const { failed, text } = await run().then(
          (figure) => ({ failed: false, text: figure }),
          (error: unknown) => ({
            failed: true,
            text: error instanceof Error ? error.message : String(error),
          }),
        );
        outcome[failed ? "failed" : "passed"] += 1;
        outcome.report += `${failed ? "FAILED" : "ok"}  ${name}${text === "" ? "" : ` (${text})`}\n`;
      }
    } finally {
      await shutdown.close();
    }
  }
  return outcome;
}
