import { Client } from "pg";
import type { Fact } from "../../replicas/facts";
import type { Replica, Town } from "../../replicas/town";
import { must, until } from "../../replicas/until";
import { cookieHeader, type Session, signIn } from "../../testing/session";
import { Journal } from "../clicks/journal";
import { People } from "../clicks/people";
import { Random } from "../clicks/random";
import { APPROVE } from "../clicks/verbs";
import type { World } from "../clicks/world";
import { type StoreTrouble, troubles } from "./troubles";

const READS = ["/api/pipelines", "/api/targets", "/api/access", "/api/pipelines/dev-eu/shop-0/state"];

/**
 * Without a place to write receipts nothing goes to AWS, the page can say so before the press, and everything can be
 * read; when the place is back, so are the buttons, without a new start.
 */
export function auditFacts(town: Town, world: World, presses: number): Fact[] {
  const journal = new Journal(town.emulator.url);
  let server: Replica;
  let session: Session;
  let people: People;

  const read = (path: string) =>
    fetch(server.url + path, {
      headers: { cookie: cookieHeader(session) },
      signal: AbortSignal.timeout(20_000),
    });
  const isReady = async () => {
    const { checks }: { checks: Record<string, boolean> } = await (
      await fetch(`${server.url}/api/ready`)
    ).json();
    return checks.receipts === true;
  };

  const under = ({ name, begin, end }: StoreTrouble): Fact => ({
    name: `${name}: mutations 0, reads 100 %, said before the press, over when it is over`,
    run: async () => {
      const things = await world.release();
      await journal.readOn();
      const before = journal.writes.length;
      await begin();
      try {
        await until("the trouble is noticed", 20_000, async () => !(await isReady()));
        let reads = 0;
        await Promise.all([
          people.pressAll(presses, things),
          (async () => {
            for (let round = 0; round < 5; round += 1)
              for (const path of READS) {
                const { status } = await read(path);
                must(status === 200, `GET ${path} answered ${status}`);
                reads += 1;
              }
          })(),
        ]);
        await journal.readOn();
        must(journal.writes.length === before, `${journal.writes.length - before} presses went to AWS`);
        await end();
        const tookMs = await until("presses are possible again", 60_000, isReady);
        const thing = (await world.release())[0];
        if (!thing) throw new Error("nothing waits");
        const pressed = await people.pressOnce(APPROVE, thing);
        must(pressed.acknowledged === "accepted", `a press afterwards is ${pressed.acknowledged}`);
        await world.clear(things);
        return `${presses} presses, ${reads} reads; back after ${Math.round(tookMs)} ms`;
      } finally {
        await end();
      }
    },
  });

  return [
    {
      name: "pipelines are read, people signed in",
      run: async () => {
        await world.build(5);
        server = await town.server();
        session = await signIn(server.url, "viewer");
        people = new People(server.url, new Random(7), { looks: false });
        await people.gather(5);
        await until("every pipeline read", 60_000, async () => {
          const { items }: { items: { asOf: string | null }[] } = await (await read("/api/pipelines")).json();
          return items.length === 5 && items.every(({ asOf }) => asOf !== null);
        });
        for (const path of READS) must((await read(path)).status === 200, `GET ${path}`);
        return "";
      },
    },
    ...troubles(town, async (sql) => {
      // Whatever the database is set to, this hand writes.
      const options = "-c default_transaction_read_only=off";
      const client = new Client({ connectionString: town.database.url, options });
      client.on("error", () => undefined);
      await client.connect();
      await client.query(sql).finally(() => client.end());
    }).map(under),
  ];
}
