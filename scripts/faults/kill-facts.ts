import type { Fact } from "../replicas/facts";
import type { KeptReplica, Town } from "../replicas/town";
import { must, until } from "../replicas/until";
import { type Listed, Viewer } from "../replicas/viewer";
import { signIn } from "../testing/session";

/** Long enough for a start of both; a person would have been called by then. */
const BACK_MS = 30_000;

/** A server and its PostgreSQL as `npm start` keeps them: what kill -9 ends comes back, with what was known. */
export function killFacts(town: Town): Fact[] {
  let server: KeptReplica;
  let viewer: Viewer;
  let known: Listed;

  /** Answers again, with every row, of which none is older than what was known. */
  const isBack = async () => {
    const { items } = await viewer.list().catch(() => ({ items: [] }));
    return items.length === known.items.length && items.every(({ asOf }) => asOf !== null);
  };
  const isWatching = (before: ReadonlySet<string>) => async () => {
    const holders = await town.holders();
    return holders.length === town.targets.length && holders.every(({ holder }) => !before.has(holder));
  };
  const back = async (kill: () => void) => {
    const before = new Set((await town.holders()).map(({ holder }) => holder));
    kill();
    const watchesMs = await until("the watch in new hands", BACK_MS, isWatching(before));
    const listMs = await until("every row", BACK_MS, isBack);
    return `${Math.round(watchesMs + listMs)} ms`;
  };

  return [
    {
      name: "a server reads everything",
      run: async () => {
        server = await town.keptServer();
        viewer = new Viewer(server.url, await signIn(server.url, "viewer"));
        await until("every pipeline read", 30_000, async () => {
          known = await viewer.list();
          return known.items.length > 0 && known.items.every(({ asOf }) => asOf !== null);
        });
        await until("every target held", 10_000, isWatching(new Set()));
        return `${known.items.length} pipelines`;
      },
    },
    {
      name: "kill -9 of the server: it is back by itself, with every row and the same sign-in",
      run: () => back(() => server.child().signal("SIGKILL")),
    },
    {
      name: "kill -9 of PostgreSQL: it is back by itself, and the server watches on",
      run: async () => {
        const child = server.child();
        const took = await back(() => process.kill(town.database.pid, "SIGKILL"));
        must(server.child() === child, "the server was started again");
        return took;
      },
    },
    {
      name: "kill -9 of both at once: both are back by themselves",
      run: () =>
        back(() => {
          server.child().signal("SIGKILL");
          process.kill(town.database.pid, "SIGKILL");
        }),
    },
  ];
}
