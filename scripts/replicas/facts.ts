import { setTimeout as delay } from "node:timers/promises";
import { signIn } from "../testing/session";
import type { Replica, Town } from "./town";
import { must, until } from "./until";
import { Viewer } from "./viewer";

/** Something that must be so; answers a figure for the reader. */
export type Fact = { name: string; run: () => Promise<string> };

const TARGETS = 6;
/** A target changes hands within this time. */
const MOVE_MS = 10_000;
/** The same when its server hangs and PostgreSQL cannot tell. */
const HANG_MS = 30_000;
/** A server that is told to stop is gone within this time. */
const STOP_MS = 2000;

/**
 * The facts of several servers on one database, each on what the one before left.
 *
 * @param costMs how long the requests of one server, and of two, are counted: a few sweeps; 0 leaves out what takes long
 */
export function replicaFacts(town: Town, costMs: number): Fact[] {
  let one: Replica;
  let other: Replica;
  let viewers: { one: Viewer; other: Viewer };
  let costOfOne = 0;

  const cost = async () => {
    const before = await town.requests("GetPipelineState");
    await delay(costMs);
    return (await town.requests("GetPipelineState")) - before;
  };
  const viewerAt = async ({ url }: Replica) => {
    const viewer = new Viewer(url, await signIn(url, "viewer"));
    await viewer.open();
    return viewer;
  };
  const heldBy = async () => new Set((await town.holders()).map(({ holder }) => holder));
  const isRead = async (viewer: Viewer) => {
    const { items } = await viewer.list();
    return items.length > 0 && items.every(({ asOf }) => asOf !== null);
  };

  const hanging: Fact = {
    name: "a server that hangs though it is connected loses its targets, and follows when it wakes up",
    run: async () => {
      const before = await heldBy();
      const hung = other;
      hung.child.signal("SIGSTOP");
      const tookMs = await until("all targets in other hands", HANG_MS, async () => {
        const holders = await town.holders();
        return holders.every(({ holder }) => !before.has(holder));
      });
      hung.child.signal("SIGCONT");
      const after = await heldBy();
      await until("its list", MOVE_MS, () => isRead(viewers.other));
      must(sameSet(after, await heldBy()), "the targets changed hands again");
      return `${Math.round(tookMs)} ms`;
    },
  };

  return [
    {
      name: "one server reads everything and says that it watches",
      run: async () => {
        one = await town.server();
        const viewer = await viewerAt(one);
        const tookMs = await until("every pipeline read", 30_000, () => isRead(viewer));
        await until("every target held", MOVE_MS, async () => (await town.holders()).length === TARGETS);
        costOfOne = await cost();
        viewers = { one: viewer, other: viewer };
        return `after ${Math.round(tookMs)} ms`;
      },
    },
    {
      name: "a second server shows the same and asks AWS for nothing",
      run: async () => {
        const rolesTaken = await town.requests("AssumeRole");
        other = await town.server();
        viewers.other = await viewerAt(other);
        await until("the same list", MOVE_MS, async () => {
          const [mine, theirs] = await Promise.all([viewers.one.list(), viewers.other.list()]);
          return JSON.stringify(mine.items.map(facts)) === JSON.stringify(theirs.items.map(facts));
        });
        const costOfTwo = await cost();
        const taken = (await town.requests("AssumeRole")) - rolesTaken;
        must(taken === 0, `the second server took ${taken} roles`);
        must((await heldBy()).size === 1, "more than one session watches");
        must(costOfTwo <= 1.1 * costOfOne, `${costOfTwo} reads of two, ${costOfOne} of one`);
        return costMs === 0 ? "" : `${costOfTwo} reads in ${costMs / 1000} s, one alone made ${costOfOne}`;
      },
    },
    {
      name: "a change reaches the viewers of both",
      run: async () => {
        const before = new Map(viewers.one.versions);
        await town.advance(20 * 60_000);
        const isNew = ([target, version]: [string, number]) => version > (before.get(target) ?? 0);
        const tookMs = await until("the same changes at both", 20_000, () => {
          const told = [...viewers.one.versions].filter(isNew);
          return told.length > 0 && told.every(([target, it]) => viewers.other.versions.get(target) === it);
        });
        return `${Math.round(tookMs)} ms`;
      },
    },
    {
      name: "kill -9 of the server that watches: the other watches within 10 s, its viewers see no gap but in freshness",
      run: async () => {
        const before = await heldBy();
        one.child.signal("SIGKILL");
        const tookMs = await until("all targets in other hands", MOVE_MS, async () => {
          await viewers.other.list();
          const holders = await town.holders();
          return holders.length === TARGETS && holders.every(({ holder }) => !before.has(holder));
        });
        await until("live again", 30_000, () => isRead(viewers.other));
        must(viewers.other.ends === 0, "the other server's stream ended");
        return `${Math.round(tookMs)} ms`;
      },
    },
    {
      name: "the killed server comes back and follows",
      run: async () => {
        const holders = await heldBy();
        one = await town.server(one.url);
        viewers.one = await viewerAt(one);
        must(await isRead(viewers.one), "its first list lacks what was known");
        must(sameSet(holders, await heldBy()), "the targets changed hands");
        return `${holders.size} session watches`;
      },
    },
    ...(costMs > 0 ? [hanging] : []),
    {
      name: "kill -9 of PostgreSQL: it comes back, and so does the watch",
      run: async () => {
        const before = await heldBy();
        process.kill(town.database.pid, "SIGKILL");
        const tookMs = await until("all targets held by new sessions", 30_000, async () => {
          const holders = await town.holders();
          return holders.length === TARGETS && holders.every((it) => !before.has(it.holder));
        });
        await until("both lists", MOVE_MS, async () => (await isRead(viewers.one)) && isRead(viewers.other));
        must(viewers.one.ends + viewers.other.ends === 0, "a stream ended");
        return `${Math.round(tookMs)} ms`;
      },
    },
    {
      name: "SIGTERM ends a server within 2 s, and its streams with a bye",
      run: async () => {
        const listening = await Promise.all([viewerAt(one), viewerAt(one)]);
        const began = performance.now();
        one.child.signal("SIGTERM");
        const how = await one.child.ended;
        const tookMs = Math.round(performance.now() - began);
        must(tookMs <= STOP_MS, `${tookMs} ms`);
        must(how === "ended with code 0", `it ${how}`);
        await until("the end of both streams", 1000, () => listening.every(({ ends }) => ends === 1));
        must(
          listening.every(({ bye }) => bye === "stopping"),
          `they heard ${listening.map(({ bye }) => bye)}`,
        );
        one = await town.server(one.url);
        viewers.one = await viewerAt(one);
        return `${tookMs} ms`;
      },
    },
    {
      name: "kill -9 of both servers, AWS out of reach: the next start shows what was known, as old as it is",
      run: async () => {
        const known = await viewers.one.list();
        one.child.signal("SIGKILL");
        other.child.signal("SIGKILL");
        await Promise.all([one.child.ended, other.child.ended]);
        await town.emulator.child.stop();
        one = await town.server(one.url);
        const began = performance.now();
        const [first] = known.items;
        await viewers.one.state(first?.target ?? "", first?.name ?? "");
        const { items } = await viewers.one.list();
        must(items.length === known.items.length, `${items.length} rows of ${known.items.length}`);
        must(
          items.every(({ asOf }) => asOf !== null && asOf <= new Date().toISOString()),
          "a row has no age",
        );
        return `${items.length} rows in ${Math.round(performance.now() - began)} ms`;
      },
    },
    {
      name: "no viewer ever heard versions going back",
      run: async () => {
        const backwards = [...viewers.one.backwards, ...viewers.other.backwards];
        must(backwards.length === 0, backwards.slice(0, 5).join(", "));
        for (const viewer of [viewers.one, viewers.other]) viewer.leave();
        return "";
      },
    },
  ];
}

function facts({ target, name, status }: { target: string; name: string; status: string | null }) {
  return [target, name, status];
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((it) => other.has(it));
}
