import { brownoutFacts, PIPELINES } from "../faults/brownout-facts";
import { eventFacts } from "../faults/event-facts";
import { targetFacts, twentyTargets } from "../faults/target-facts";
import type { Shutdown } from "../processes/shutdown";
import type { Fact } from "../replicas/facts";
import { Town } from "../replicas/town";
import { provedFacts } from "./proved-facts";
import type { Step } from "./run-steps";

const SCALE = [
  "--world",
  "scale",
  "--pipelines",
  String(PIPELINES),
  "--executions",
  "1",
  "--clock",
  "manual",
];

/**
 * What AWS may do to us, and what must hold all the same.
 *
 * @param watchMs how long each figure is taken; 0 leaves out all but what events do
 */
export function faults(watchMs: number): Step {
  const groups: ((shutdown: Shutdown) => Promise<Fact[]>)[] = [
    async (shutdown) => eventFacts(await Town.start(shutdown)),
    ...(watchMs === 0
      ? []
      : [
          async (shutdown: Shutdown) =>
            targetFacts(await Town.start(shutdown, { targets: twentyTargets }), watchMs),
          async (shutdown: Shutdown) => brownoutFacts(await Town.start(shutdown, { world: SCALE }), watchMs),
        ]),
  ];
  return { name: "faults (processes)", run: () => provedFacts(groups) };
}
