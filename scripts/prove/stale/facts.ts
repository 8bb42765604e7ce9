import { randomUUID } from "node:crypto";
import type { Fact } from "../../replicas/facts";
import type { Town } from "../../replicas/town";
import { must, until } from "../../replicas/until";
import { controlEmulator } from "../../testing/emulator-control";
import { readJson, signIn } from "../../testing/session";
import { Random } from "../clicks/random";
import { World } from "../clicks/world";
import { approvalRace } from "./approval-race";
import { Hands } from "./hands";
import { Person } from "./person";
import type { Race, Track, Verdict } from "./race";
import { rollbackRace } from "./rollback-race";

/** One pipeline of PARALLEL, three of the modes in which a stage holds one execution; see `World`. */
const PIPELINES = 5;
const SHIPPED_MS = 11 * 60_000;

type Item = { seq: number; operation: string; sessionName?: string; outcome: string };
type Raced = Verdict & { kind: "approval" | "rollback"; mode: string };

/** People press approvals and rollbacks on pages that the world has left behind: nothing happens that nobody saw. */
export function staleFacts(town: Town, { races, seed }: { races: number; seed: number }): Fact[] {
  const world = new World(town.emulator.url);
  const hands = new Hands(town.emulator.url);
  const random = new Random(seed);
  const raced: Raced[] = [];
  const written = { PutApprovalResult: 0, RollbackStage: 0 };
  let tracks: Track[] = [];
  let race: Race;
  let last = 0;

  const tidy = async ({ pipeline }: Track) => {
    await hands.clear(pipeline);
    await world.pass(SHIPPED_MS);
  };
  /** The emulator's journal forgets, so it is read on and on; what has a session came from Pipedeck. */
  const readJournal = async () => {
    const path = `/journal?after=${last}`;
    const { items } = await controlEmulator<{ items: Item[] }>(town.emulator.url, "GET", path);
    for (const { seq, operation, sessionName, outcome } of items) {
      last = seq;
      if (sessionName === undefined || outcome !== "ok") continue;
      if (operation === "PutApprovalResult" || operation === "RollbackStage") written[operation] += 1;
    }
  };
  const none = (name: string, of: (one: Raced) => string | undefined): Fact => ({
    name: `${name}: 0`,
    run: async () => {
      const found = raced.flatMap((one) => {
        const what = of(one);
        return what === undefined ? [] : `${one.kind} in ${one.mode}, ${one.move}: ${what}`;
      });
      must(found.length === 0, `${found.length}: ${found.slice(0, 5).join("; ")}`);
      return "";
    },
  });

  return [
    {
      name: `${PIPELINES} pipelines in three modes, in each a run to go back to`,
      run: async () => {
        await world.build(PIPELINES);
        const server = await town.server();
        const viewer = await signIn(server.url, "viewer");
        await until("every pipeline read", 60_000, async () => {
          const { items } = await readJson<{ items: unknown[] }>(server.url, viewer, "/api/pipelines");
          return items.length === PIPELINES;
        });
        const person = new Person(server.url, await signIn(server.url, "operator"));
        race = { person, hands, random, pass: (ms) => world.pass(ms) };
        const modes = ["PARALLEL", "PARALLEL", "PARALLEL", "QUEUED", "SUPERSEDED"];
        tracks = [];
        for (const [index, pipeline] of world.pipelines.entries()) {
          const ids: string[] = [];
          for (let run = 0; run < 2; run += 1) {
            const id = await hands.release(pipeline);
            await world.pass(5000);
            await hands.answer(pipeline, id, "Approved");
            await world.pass(SHIPPED_MS);
            ids.push(id);
          }
          tracks.push({ pipeline, mode: modes[index] ?? "", good: ids[0] ?? "" });
        }
        return `seed ${seed}`;
      },
    },
    {
      name: `${races} approvals and rollbacks, each racing the world`,
      run: async () => {
        const began = performance.now();
        // Every second race in PARALLEL would be a third of a mode too many.
        const lanes = ["PARALLEL", "QUEUED", "SUPERSEDED"].flatMap(
          (mode) => tracks.find((track) => track.mode === mode) ?? [],
        );
        for (let turn = 0; turn < races; turn += 1) {
          const track = lanes[turn % lanes.length];
          if (!track) throw new Error("there is no pipeline");
          const kind = Math.floor(turn / lanes.length) % 2 === 0 ? "approval" : "rollback";
          const text = `press ${randomUUID()}`;
          await tidy(track);
          if (kind === "approval") {
            await hands.release(track.pipeline);
            await world.pass(5000);
          }
          const verdict = await (kind === "approval" ? approvalRace : rollbackRace)(race, track, text);
          raced.push({ ...verdict, kind, mode: track.mode });
          await readJournal();
        }
        return `${Math.round((performance.now() - began) / 1000)} s, ${countWords(raced)}`;
      },
    },
    none("effects on what nobody saw", ({ wrong }) => wrong),
    none("refusals that do not name what is there now", ({ unnamed }) => unnamed),
    none("presses without an answer", ({ pressed }) =>
      pressed.state === "problem" ? `${pressed.code}: ${pressed.message}` : undefined,
    ),
    {
      name: "AWS acted exactly as often as a receipt says so",
      run: async () => {
        const taken = (kind: Raced["kind"]) =>
          raced.filter((one) => one.kind === kind && /accepted|confirmed/.test(one.pressed.state)).length;
        const words = `approvals ${written.PutApprovalResult} of ${taken("approval")}, rollbacks ${written.RollbackStage} of ${taken("rollback")}`;
        must(written.PutApprovalResult === taken("approval"), words);
        must(written.RollbackStage === taken("rollback"), words);
        must(taken("approval") > 0 && taken("rollback") > 0, `nothing went through: ${words}`);
        return words;
      },
    },
  ];
}

function countWords(raced: readonly Raced[]): string {
  const counts = new Map<string, number>();
  for (const { pressed } of raced) {
    const word = pressed.code ?? pressed.state;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([word, count]) => `${word} ${count}`)
    .join(", ");
}
