import { setTimeout as delay } from "node:timers/promises";
import type { Fact } from "../../replicas/facts";
import type { Town } from "../../replicas/town";
import { must, until } from "../../replicas/until";
import { readJson, signIn } from "../../testing/session";
import { Hands } from "../stale/hands";
import { Journal } from "./journal";
import { compare, type Ledger } from "./ledger";
import { namedSteps, type Stage, type Victim } from "./named-steps";
import { People } from "./people";
import { Random } from "./random";
import { ReadyThings } from "./ready-things";
import { nobodyPresses, settled } from "./settled";
import { shipOnce } from "./ship-once";
import { type Thing, VERBS } from "./verbs";
import { killDatabase, killServer, startAgain } from "./victims";
import { World } from "./world";

const PIPELINES = 18;
/** Of another kind: with a condition to override and an action to retry. */
const WARDS = 6;
const SESSIONS = 50;
/** Presses between two releases of new executions. */
const ROUND = 300;
/** Of these, between two steps of the emulated clock that a stage takes to ship. */
const PART = 100;
const SHIPPED_MS = 11 * 60_000;
/** Whoever makes room past Pipedeck abandons what a lost press may have abandoned. */
const RARE = 1000;
/** What befalls a press at AWS, and how often of a hundred times. */
const FAULTS: readonly [kind: string, rate: number][] = [
  ["throttle", 0.03],
  ["error500", 0.03],
  ["unavailable503", 0.03],
  ["reset", 0.03],
  ["resetAfter", 0.05],
  ["hang", 0.02],
  ["malformed", 0.04],
];
const WRITES = [...new Set(VERBS.map(({ operation }) => operation))];
const READS = [
  "GetPipelineState",
  "GetPipelineExecution",
  "ListActionExecutions",
  "ListPipelineExecutions",
  "GetPipeline",
];

/** The size of a run. */
export type Size = {
  presses: number;
  seed: number;
  /** How often each named step is died at, by each victim. */
  timesEachStep: number;
  victims: readonly Victim[];
  killsEveryMs: readonly [number, number];
};

/** Many people press everything while AWS, the server and PostgreSQL fail: nothing is lost, nothing is doubled. */
export function clickFacts(
  town: Town,
  { presses, seed, timesEachStep, victims, killsEveryMs }: Size,
): Fact[] {
  const random = new Random(seed);
  const world = new World(town.emulator.url);
  const journal = new Journal(town.emulator.url);
  const kills = { server: 0, PostgreSQL: 0 };
  let stage: Stage;
  let ledger: Ledger;

  const killing = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      await delay(random.between(...killsEveryMs), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const victim = random.chance(0.75) ? "server" : "PostgreSQL";
      kills[victim] += 1;
      if (victim === "PostgreSQL") await killDatabase(town);
      else {
        await killServer(stage.server);
        stage.server = await startAgain(town, stage.server.url);
      }
    }
  };

  const pressing = async () => {
    let before: Thing[] = [];
    for (let done = 0; done < presses; done += ROUND) {
      const things = await world.release();
      const some = [...things, ...before.filter((_thing, index) => index % 3 === 0)];
      for (let left = Math.min(ROUND, presses - done); left > 0; left -= PART) {
        await stage.people.pressAll(Math.min(PART, left), some);
        await nobodyPresses(town);
        await journal.readOn();
        await world.pass(SHIPPED_MS);
      }
      await world.clear(before);
      before = things;
    }
  };

  const afflict = async () => {
    for (const operation of WRITES) {
      for (const [kind, rate] of FAULTS) await town.fault({ operation, kind, rate });
      await town.fault({ operation, kind: "latency", rate: 0.1, latencyMs: 400 });
    }
    for (const operation of READS)
      for (const kind of ["error500", "reset", "malformed"])
        await town.fault({ operation, kind, rate: 0.003 });
  };

  const none = (what: keyof Ledger, words: string): Fact => ({
    name: `${words}: 0`,
    run: async () => {
      const found = ledger[what];
      must(
        Array.isArray(found) && found.length === 0,
        Array.isArray(found) ? found.slice(0, 8).join("; ") : "",
      );
      return "";
    },
  });

  return [
    {
      name: `${PIPELINES + WARDS} pipelines in three modes, ${SESSIONS} people signed in`,
      run: async () => {
        await world.build(PIPELINES);
        const hands = new Hands(town.emulator.url);
        await shipOnce(world, hands);
        await world.buildWards(WARDS);
        const server = await town.server();
        const people = new People(server.url, random);
        await people.gather(SESSIONS);
        const viewer = await signIn(server.url, "viewer");
        await until("every pipeline read", 60_000, async () => {
          const { items } = await readJson<{ items: unknown[] }>(server.url, viewer, "/api/pipelines");
          return items.length === PIPELINES + WARDS;
        });
        stage = { town, world, people, server, things: new ReadyThings(world, hands) };
        return `seed ${seed}`;
      },
    },
    {
      name: "control: the SDK as it comes sends three times where the answer was lost",
      run: async () => {
        const before = await town.requests("PutApprovalResult");
        await town.fault({ operation: "PutApprovalResult", kind: "reset", times: 3 });
        await world.approveBare(await stage.things.for("approve"));
        const posts = (await town.requests("PutApprovalResult")) - before;
        await town.mend();
        must(posts === 3, `${posts} POSTs`);
        return "3 POSTs";
      },
    },
    ...(timesEachStep === 0 ? [] : namedSteps(() => stage, victims, timesEachStep)),
    {
      name: `${presses} presses while AWS fails in eight ways and processes are killed`,
      run: async () => {
        const began = performance.now();
        await journal.readOn();
        await afflict();
        const over = new AbortController();
        const killer = killing(over.signal);
        // What was killed and does not come back ends the proof, instead of everybody waiting for it.
        await Promise.race([pressing(), killer]).finally(() => over.abort());
        await killer;
        const took = Math.round((performance.now() - began) / 1000);
        return `${took} s, kill -9 of the server ${kills.server} times, of PostgreSQL ${kills.PostgreSQL} times`;
      },
    },
    {
      name: "every receipt comes to its end, by reading alone",
      run: async () => {
        const posts = journal.writes.length;
        const rows = await settled(town, world, 180_000);
        await journal.readOn();
        ledger = compare(stage.people.pressed, rows, journal.writes);
        must(
          journal.writes.length === posts,
          `${journal.writes.length - posts} presses went out while settling`,
        );
        const counts = (record: Record<string, number>) =>
          Object.entries(record)
            .map(([name, count]) => `${count} ${name}`)
            .join(", ");
        return `${ledger.presses} presses: ${counts(ledger.states)}; ${ledger.effects} effects at AWS: ${counts(ledger.acted)}`;
      },
    },
    none("lost", "lost"),
    none("doubled", "doubled"),
    none("orphans", "effects without a receipt"),
    none("unknown", "unknown left"),
    {
      name: `undecided whose effect it is, which AWS cannot always tell: at most one press in ${RARE}`,
      run: async () => {
        const { undecided } = ledger;
        must(undecided.length * RARE <= presses, undecided.join("; "));
        return `${undecided.length}${undecided.length === 0 ? "" : `: ${undecided.join("; ")}`}`;
      },
    },
    none("unconfirmed", "accepted and never seen"),
    none("sentAgain", "presses that went out more than once (POSTs a press that AWS got: 1.00)"),
  ];
}
