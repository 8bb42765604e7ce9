import type { Fact } from "../../replicas/facts";
import type { Replica, Town } from "../../replicas/town";
import { must, until } from "../../replicas/until";
import { holdStep, releaseStep, untilHeld } from "./held-step";
import { readReceipts } from "./ledger";
import type { People } from "./people";
import type { Thing } from "./verbs";
import { killDatabase, killServer, startAgain } from "./victims";
import type { World } from "./world";

/** A moment in a press at which something dies, how it is brought about, and how the receipt must end then. */
type NamedStep = {
  name: string;
  /** PostgreSQL stands still before this state is committed; or AWS does something to the operation. */
  held?: string;
  fault?: { operation: string; kind: string; latencyMs?: number };
  ends: readonly string[];
};

const STEPS: readonly NamedStep[] = [
  // Whoever looks for a receipt that is not there may press again.
  { name: "while it is being recorded", held: "recorded", ends: ["none", "refused", "confirmed"] },
  {
    name: "recorded, before the look at AWS is over",
    fault: { operation: "GetPipelineState", kind: "hang" },
    // While PostgreSQL comes back the press goes on.
    ends: ["refused", "confirmed"],
  },
  { name: "before `sent` is committed", held: "sent", ends: ["refused", "no-effect"] },
  {
    name: "sent, and AWS hangs without acting",
    fault: { operation: "PutApprovalResult", kind: "hang" },
    ends: ["no-effect"],
  },
  {
    name: "sent, AWS has acted and its answer is under way",
    fault: { operation: "PutApprovalResult", kind: "latency", latencyMs: 2500 },
    ends: ["confirmed"],
  },
  { name: "answered, before `accepted` is committed", held: "accepted", ends: ["confirmed"] },
  { name: "while the effect is being written down", held: "confirmed", ends: ["confirmed"] },
];

/** What may die. */
export type Victim = "server" | "PostgreSQL";

/** What the facts share: the server changes with every kill. */
export type Stage = {
  town: Town;
  world: World;
  people: People;
  server: Replica;
  things: () => Promise<Thing>;
};

/** Kill -9 of the server, or of PostgreSQL, at each step of a press. */
export function namedSteps(stage: () => Stage, victims: readonly Victim[], times: number): Fact[] {
  return STEPS.flatMap((step) =>
    victims.map((victim) => ({
      name: `kill -9 of the ${victim}, ${step.name}: ends ${step.ends.join(" or ")}`,
      run: async () => {
        const ends: string[] = [];
        for (let time = 0; time < times; time += 1) ends.push(await dieAt(stage(), step, victim));
        return ends.join(", ");
      },
    })),
  );
}

async function dieAt(stage: Stage, step: NamedStep, victim: Victim): Promise<string> {
  const { town, world, people } = stage;
  const thing = await stage.things();
  const gotBefore = step.fault ? await town.requests(step.fault.operation) : 0;
  if (step.held) await holdStep(town.database.url, step.held);
  if (step.fault) await town.fault(step.fault);
  const pressing = people.pressOnce("approve", thing);
  if (step.held) await untilHeld(town.database.url);
  else if (step.fault) {
    const { operation } = step.fault;
    await until(`AWS got ${operation}`, 20_000, async () => (await town.requests(operation)) > gotBefore);
    // The watch reads too: what counts is that the press has come this far.
    await until("the press is recorded", 20_000, async () =>
      (await readReceipts(town.database.url)).some(({ state }) => state === "recorded" || state === "sent"),
    );
  }
  if (victim === "server") await killServer(stage.server);
  else await killDatabase(town);
  await town.mend();
  if (step.held) await releaseStep(town.database.url);
  if (victim === "server") stage.server = await startAgain(town, stage.server.url);
  const { key } = await pressing;
  return await ended(town, world, key, step);
}

async function ended(town: Town, world: World, key: string, step: NamedStep): Promise<string> {
  let state = "none";
  const look = async () => {
    const rows = await readReceipts(town.database.url).catch(() => undefined);
    if (rows) state = rows.find(({ id }) => id === key)?.state ?? "none";
    return rows !== undefined && !["recorded", "sent", "accepted"].includes(state);
  };
  await until("the receipt is settled or waits", 60_000, look);
  if (state === "unknown") await world.pass(32 * 60_000);
  await until("the receipt is at its end", 60_000, async () => (await look()) && state !== "unknown");
  must(step.ends.includes(state), `it ended ${state}`);
  return state;
}
