import { Shutdown } from "../processes/shutdown";
import { ensureBuilt } from "../production-build/ensure-built";
import { replicaFacts } from "../replicas/facts";
import { Town } from "../replicas/town";
import { root } from "../stack/folders";
import type { Outcome } from "./outcome";
import type { Step } from "./run-steps";

/**
 * Several servers on one database, and what happens when one or the other is killed.
 *
 * @param costMs how long requests are counted; 0 leaves that out
 */
export function replicas(costMs: number): Step {
  return { name: "replicas (processes)", run: () => proof(costMs) };
}

async function proof(costMs: number): Promise<Outcome> {
  const shutdown = new Shutdown();
  const outcome: Outcome = { passed: 0, failed: 0, skipped: 0, report: "" };
  try {
    await ensureBuilt(root, shutdown);
    for (const { name, run } of replicaFacts(await Town.start(shutdown), costMs)) {
      const { failed, text } = await run().then(
        (figure) => ({ failed: false, text: figure }),
        (error: unknown) => ({ failed: true, text: error instanceof Error ? error.message : String(error) }),
      );
      outcome[failed ? "failed" : "passed"] += 1;
      outcome.report += `${failed ? "FAILED" : "ok"}  ${name}${text === "" ? "" : ` (${text})`}\n`;
    }
    return outcome;
  } finally {
    await shutdown.close();
  }
}
