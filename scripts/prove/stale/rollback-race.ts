import type { Seen } from "./person";
import { type Move, type Race, racing, type Track, type Verdict } from "./race";

const STEP_MS = 5000;
/** Longer than Ship takes. */
const SHIPPED_MS = 11 * 60_000;

/** A newer run enters Ship, and is at work there. */
async function enter({ hands, pass }: Race, { pipeline }: Track): Promise<void> {
  const id = await hands.release(pipeline);
  await pass(STEP_MS);
  await hands.answer(pipeline, id, "Approved");
  await pass(STEP_MS);
}

const AT_ONCE: readonly Move[] = [
  { name: "nothing", make: async () => undefined },
  { name: "a newer run enters the stage", make: enter },
  {
    name: "somebody else rolls it back",
    make: async ({ hands, pass }, { pipeline, good }) => {
      await hands.rollBack(pipeline, good);
      await pass(STEP_MS);
    },
  },
];

/** Moves that take the emulated clock far on, which no real moment does between two requests. */
const BEFORE: readonly Move[] = [
  {
    name: "a newer run went through the stage",
    make: async (race, track) => {
      await enter(race, track);
      await race.pass(SHIPPED_MS);
    },
  },
  {
    name: "somebody else rolled it back, and it is done",
    make: async ({ hands, pass }, { pipeline, good }) => {
      await hands.rollBack(pipeline, good);
      await pass(SHIPPED_MS);
    },
  },
];

/** One rollback pressed on a page that the world has left behind. */
export async function rollbackRace(race: Race, track: Track, text: string): Promise<Verdict> {
  const { person, hands, random } = race;
  const { pipeline, good, mode } = track;
  const seen = await person.look(pipeline);
  const before = new Set(await shippedBy(race, track));
  const move = random.pick([...AT_ONCE, ...BEFORE]);
  const make = () => move.make(race, track, seen);
  const press = () => person.rollBack(pipeline, seen, good, text);
  const pressed = BEFORE.includes(move) ? await make().then(press) : await racing(race, make, press);
  await race.pass(STEP_MS);
  const runs = await shippedBy(race, track);
  const started = runs.filter((id) => !before.has(id));
  const wrong =
    pressed.state === "refused"
      ? move.name === "nothing" && mode !== "PARALLEL"
        ? `refused though nothing moved: ${pressed.message}`
        : undefined
      : wrongEffect(runs, started, seen);
  const now = await hands.inStage(pipeline, "Ship");
  const unnamed =
    pressed.code === "stage.moved" && now !== undefined && !pressed.message.includes(now.slice(0, 8))
      ? `${now} is in Ship now, and the refusal says: ${pressed.message}`
      : undefined;
  return { move: move.name, pressed, wrong, unnamed };
}

/**
 * What AWS took must have come right after what was seen. Whatever entered Ship between the two is a rollback on
 * something that nobody looked at.
 */
function wrongEffect(runs: readonly string[], started: readonly string[], seen: Seen): string | undefined {
  const [only, ...more] = started;
  if (only === undefined) return "accepted, and nothing entered the stage";
  if (more.length > 0) return `accepted, and ${started.length} executions entered the stage`;
  const beneath = runs[runs.indexOf(only) + 1];
  return beneath === seen.shipped ? undefined : `rolled back over ${beneath}, seen was ${seen.shipped}`;
}

/** Executions that entered Ship, the last first, each once. */
async function shippedBy({ hands }: Race, { pipeline }: Track): Promise<string[]> {
  const runs = await hands.runs(pipeline, "Ship");
  return [...new Set(runs.map(({ pipelineExecutionId }) => pipelineExecutionId ?? ""))];
}
