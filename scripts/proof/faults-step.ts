import { BROWNOUT_TARGETS, type Brownout, brownoutFacts, brownoutWorld } from "../faults/brownout-facts";
import { eventFacts } from "../faults/event-facts";
import { killFacts } from "../faults/kill-facts";
import { targetFacts } from "../faults/target-facts";
import { twentyTargets } from "../faults/twenty-targets";
import type { Shutdown } from "../processes/shutdown";
import type { Fact } from "../replicas/facts";
import { Town } from "../replicas/town";
import { provedFacts } from "./proved-facts";
import type { Step } from "./run-steps";

type Group = (shutdown: Shutdown) => Promise<Fact[]>;

/** How long ages are looked at, in whole sweeps of 15 s; steps of five minutes of the world. */
const LONG = { watchMs: 45_000, steps: 40 };
const SHORT = { watchMs: 15_000, steps: 12 };
/** Of 300 pipelines each is read every 30 s, of 150 every 15 s. */
const LONG_BROWNOUT = { pipelines: 300, calmMs: 45_000, brownMs: 45_000 };
const SHORT_BROWNOUT = { pipelines: 150, calmMs: 6000, brownMs: 16_000 };

const brownout = async (shutdown: Shutdown, of: Brownout) =>
  brownoutFacts(await Town.start(shutdown, { world: brownoutWorld(of), targets: BROWNOUT_TARGETS }), of);

const long: Readonly<Record<string, Group>> = {
  events: async (shutdown) => eventFacts(await Town.start(shutdown), LONG.steps),
  targets: async (shutdown) =>
    targetFacts(await Town.start(shutdown, { targets: twentyTargets }), LONG.watchMs),
  brownout: (shutdown) => brownout(shutdown, LONG_BROWNOUT),
  kills: async (shutdown) => killFacts(await Town.start(shutdown)),
};

/** What befalls targets and events of one town, one after the other. */
async function short(shutdown: Shutdown): Promise<Fact[]> {
  const town = await Town.start(shutdown, { targets: twentyTargets });
  const ofTargets = targetFacts(town, SHORT.watchMs);
  // While the world moves, the targets that were in trouble come back.
  return [...ofTargets.slice(0, -1), ...eventFacts(town, SHORT.steps), ...ofTargets.slice(-1)];
}

/** Names of what may befall us. */
export const faultNames: readonly string[] = Object.keys(long);

/** What AWS may do to us, and what must hold all the same: all of it in full, or what is named. */
export function faults(names: readonly string[] = faultNames): Step {
  const groups = names.flatMap((name) => long[name] ?? []);
  return { name: "faults (processes)", run: () => provedFacts(groups) };
}

/** The same in about two minutes: the kills are left to the replicas. */
export const SHORT_FAULTS = {
  targets: { name: "faults (processes)", run: () => provedFacts([short]) },
  brownout: {
    name: "brownout (processes)",
    run: () => provedFacts([(shutdown) => brownout(shutdown, SHORT_BROWNOUT)]),
  },
} satisfies Readonly<Record<string, Step>>;
