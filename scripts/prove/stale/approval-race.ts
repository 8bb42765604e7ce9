import { until } from "../../replicas/until";
import type { Seen } from "./person";
import { type Move, type Race, racing, type Track, type Verdict } from "./race";

/** Longer than a source takes, much shorter than Ship. */
const STEP_MS = 5000;
/** Wall time in which whoever waits for an approval finds it. */
const LOOK_MS = 20_000;

const MOVES: readonly Move[] = [
  { name: "nothing", make: async () => undefined },
  {
    name: "a newer revision comes",
    make: async ({ hands, pass }, { pipeline }) => {
      await hands.release(pipeline);
      await pass(STEP_MS);
    },
  },
  {
    name: "it is rejected, and the next one asks",
    make: async ({ hands, pass }, { pipeline }, seen) => {
      await hands.release(pipeline);
      await pass(STEP_MS);
      await hands.answer(pipeline, seen.asking ?? "", "Rejected");
      await pass(STEP_MS);
    },
  },
  {
    name: "it is rejected",
    make: async ({ hands, pass }, { pipeline }, seen) => {
      await hands.answer(pipeline, seen.asking ?? "", "Rejected");
      await pass(STEP_MS);
    },
  },
  {
    name: "it is abandoned, and the next one asks",
    make: async ({ hands, pass }, { pipeline }, seen) => {
      await hands.release(pipeline);
      await hands.abandon(pipeline, seen.asking ?? "");
      await pass(2 * STEP_MS);
    },
  },
];

/** One approval pressed on a page that the world has left behind. */
export async function approvalRace(race: Race, track: Track, text: string): Promise<Verdict> {
  const { person, hands, random } = race;
  const { pipeline } = track;
  let seen = await person.look(pipeline);
  // A page may show a read that began before the execution came to its approval; the next one has it.
  await until(`${pipeline} asks on the page`, LOOK_MS, async () => {
    if (seen.asking === undefined) seen = await person.look(pipeline);
    return seen.asking !== undefined;
  });
  const move = random.pick(MOVES);
  const pressed = await racing(
    race,
    () => move.make(race, track, seen),
    () => person.approve(pipeline, seen, text),
  );
  const answered = (await hands.runs(pipeline, "Ask")).filter(
    (run) => run.output?.executionResult?.externalExecutionSummary === text,
  );
  const others = answered.filter(({ pipelineExecutionId }) => pipelineExecutionId !== seen.asking);
  const wrong =
    others.length > 0
      ? `approved ${others[0]?.pipelineExecutionId}, seen was ${seen.asking}`
      : pressed.state === "refused" && answered.length > 0
        ? "refused, and approved all the same"
        : move.name === "nothing" && pressed.state === "refused"
          ? `refused though nothing moved: ${pressed.message}`
          : undefined;
  return { move: move.name, pressed, wrong, unnamed: await unnamed(race, track, seen, pressed) };
}

/** A refusal that says another one is there must say which. */
async function unnamed(
  { hands }: Race,
  { pipeline }: Track,
  seen: Seen,
  { code, message }: Verdict["pressed"],
): Promise<string | undefined> {
  if (code !== "approval.moved") return undefined;
  const now = await hands.inStage(pipeline, "Sign");
  return now === seen.asking || (now !== undefined && message.includes(now.slice(0, 8)))
    ? undefined
    : `${now} asks now, and the refusal says: ${message}`;
}
