import type { Fact } from "../../replicas/facts";
import type { Replica, Town } from "../../replicas/town";
import { must, until } from "../../replicas/until";
import { holdStep, isHeld, releaseStep } from "./held-step";
import { readReceipts } from "./ledger";
import type { People, Pressed } from "./people";
import type { ReadyThings } from "./ready-things";
import { type PressedVerb, VERBS } from "./verbs";
import { killDatabase, killServer, startAgain } from "./victims";
import type { World } from "./world";

/** A moment in a press at which something dies, how it is brought about, and how the receipt must end then. */
type NamedStep = {
  name: string;
  /** PostgreSQL stands still before this state is committed; or something befalls the press at AWS, or its look before. */
  held?: string;
  fault?: { at: "operation" | "look"; befalls: Readonly<Record<string, string | number>> };
  ends: readonly string[];
};

const STEPS: readonly NamedStep[] = [
  // Whoever looks for a receipt that is not there may press again.
  { name: "while it is being recorded", held: "recorded", ends: ["none", "refused", "confirmed"] },
  {
    name: "recorded, before the look at AWS is over",
    fault: { at: "look", befalls: { kind: "hang" } },
    // While PostgreSQL comes back the press goes on.
    ends: ["refused", "confirmed"],
  },
  { name: "before `sent` is committed", held: "sent", ends: ["refused", "no-effect"] },
  {
    name: "sent, and AWS hangs without acting",
    fault: { at: "operation", befalls: { kind: "hang" } },
    ends: ["no-effect"],
  },
  {
    name: "sent, AWS has acted and its answer is under way",
    fault: { at: "operation", befalls: { kind: "latency", latencyMs: 2500 } },
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
  things: ReadyThings;
};

/**
 * Kill -9 of the server, or of PostgreSQL, at each step of a press: `times` each, of one verb after the other.
 */
export function namedSteps(stage: () => Stage, victims: readonly Victim[], times: number): Fact[] {
  let turn = 0;
  const nextVerb = (step: NamedStep): PressedVerb => {
    for (;;) {
      const verb = VERBS[turn++ % VERBS.length];
      if (verb && (step.fault?.at !== "look" || verb.look !== undefined)) return verb;
    }
  };
  return STEPS.flatMap((step) =>
    victims.map((victim) => ({
      name: `kill -9 of the ${victim}, ${step.name}: ends ${step.ends.join(" or ")}`,
      run: async () => {
        const ends: string[] = [];
        for (let time = 0; time < times; time += 1) {
          const verb = nextVerb(step);
          ends.push(`${verb.verb} ${await dieAt(stage(), step, victim, verb)}`);
        }
        return ends.join(", ");
      },
    })),
  );
}

/** A press that a busy machine ended before it came to the step says nothing of it: so often it is made anew. */
const TRIES = 3;

async function dieAt(stage: Stage, step: NamedStep, victim: Victim, verb: PressedVerb): Promise<string> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const end = await dieOnceAt(stage, step, victim, verb);
    if (end !== undefined) return end;
  }
  throw new Error(`none of ${TRIES} presses came to where it was to die`);
}

/** How the press ended; undefined when it was over before it came to the step. */
async function dieOnceAt(
  stage: Stage,
  step: NamedStep,
  victim: Victim,
  verb: PressedVerb,
): Promise<string | undefined> {
  const { town, world, people } = stage;
  const thing = await stage.things.for(verb.verb);
  const { held, fault } = step;
  const operation = (fault?.at === "look" ? verb.look : undefined) ?? verb.operation;
  const gotBefore = await town.requests(operation);
  if (held) await holdStep(town.database.url, held);
  if (fault) await town.fault({ ...fault.befalls, operation });
  const pressing = people.pressOnce(verb, thing);
  const isThere = await comesTo(pressing, async () => {
    if (held) return isHeld(town.database.url);
    // The watch reads too: what counts is that the press has come this far.
    const onItsWay = (await readReceipts(town.database.url)).some(
      ({ state }) => state === "recorded" || state === "sent",
    );
    return onItsWay && (await town.requests(operation)) > gotBefore;
  });
  if (!isThere) {
    await town.mend();
    if (held) await releaseStep(town.database.url);
    return undefined;
  }
  if (victim === "server") await killServer(stage.server);
  else await killDatabase(town);
  await town.mend();
  if (held) await releaseStep(town.database.url);
  if (victim === "server") stage.server = await startAgain(town, stage.server.url);
  const { key } = await pressing;
  return await ended(town, world, key, step, verb.verb);
}

/** Waits until a press has come to where it is to die; false when it ended before. */
async function comesTo(pressing: Promise<Pressed>, isThere: () => Promise<boolean>): Promise<boolean> {
  let isOver = false;
  // What was accepted has steps left that nobody who presses waits for.
  void pressing.then(({ acknowledged }) => {
    isOver = acknowledged !== "accepted";
  });
  let came = false;
  await until("the press is at the step", 20_000, async () => {
    came = await isThere();
    return came || isOver;
  }).catch(() => undefined);
  return came;
}

async function ended(town: Town, world: World, key: string, step: NamedStep, verb: string): Promise<string> {
  let state = "none";
  const look = async () => {
    const rows = await readReceipts(town.database.url).catch(() => undefined);
    if (rows) state = rows.find(({ id }) => id === key)?.state ?? "none";
    return rows !== undefined && !["recorded", "sent", "accepted"].includes(state);
  };
  await until("the receipt is settled or waits", 60_000, look);
  if (state === "unknown") await world.pass(32 * 60_000);
  await until("the receipt is at its end", 60_000, async () => (await look()) && state !== "unknown");
  must(step.ends.includes(state), `${verb} ended ${state}`);
  return state;
}
