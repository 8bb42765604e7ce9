import { replicaFacts } from "../replicas/facts";
import { Town } from "../replicas/town";
import { provedFacts } from "./proved-facts";
import type { Step } from "./run-steps";

/**
 * Several servers on one database, and what happens when one or the other is killed.
 *
 * @param costMs how long requests are counted; 0 leaves that out
 */
export function replicas(costMs: number): Step {
  return {
    name: "replicas (processes)",
    run: () => provedFacts([async (shutdown) => replicaFacts(await Town.start(shutdown), costMs)]),
  };
}
