import { auditFacts } from "../prove/audit/facts";
import { clickFacts, type Size } from "../prove/clicks/facts";
import { TARGET, World } from "../prove/clicks/world";
import { staleFacts } from "../prove/stale/facts";
import { tamperFacts } from "../prove/tamper/facts";
import { Town } from "../replicas/town";
import { provedFacts } from "./proved-facts";
import type { Step } from "./run-steps";

const EMPTY = {
  world: ["--world", "empty", "--clock", "manual"],
  targets: [TARGET],
  followsClock: true,
  leavesDatabase: true,
};

/**
 * Emulated time runs, so that what comes later is later for AWS too; and no faster than the machine's, by which a press
 * waits for its answer.
 */
const RUNNING = { ...EMPTY, world: ["--world", "empty", "--speed", "1"] };

/** No click is lost or doubled, whatever fails or dies. */
export function clicks(size: Size): Step {
  return {
    name: "clicks (processes)",
    run: () => provedFacts([async (shutdown) => clickFacts(await Town.start(shutdown, RUNNING), size)]),
  };
}

/** Nothing happens that nobody saw: presses on a page that the world has left behind. */
export function stale(size: { races: number; seed: number }): Step {
  return {
    name: "stale (processes)",
    run: () => provedFacts([async (shutdown) => staleFacts(await Town.start(shutdown, EMPTY), size)]),
  };
}

/**
 * Whoever changes the log is found out.
 *
 * @param mutations how many changes are tried
 */
export function tamper(mutations: number): Step {
  return {
    name: "tamper (processes)",
    run: () => provedFacts([async (shutdown) => tamperFacts(shutdown, mutations)], { built: false }),
  };
}

/** Without a place to write receipts nothing is pressed, and everything can be read. */
export function audit(presses: number): Step {
  return {
    name: "audit (processes)",
    run: () =>
      provedFacts([
        async (shutdown) => {
          const town = await Town.start(shutdown, EMPTY);
          return auditFacts(town, new World(town.emulator.url), presses);
        },
      ]),
  };
}
