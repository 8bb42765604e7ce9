import { readFileSync } from "node:fs";
import type { Fact } from "../../replicas/facts";
import { must, until } from "../../replicas/until";
import { cookieHeader, readJson, type Session, signIn } from "../../testing/session";
import type { CanaryCage } from "./canary-cage";
import { readingRoutes, type Subject } from "./reading-routes";
import { SHOWN_ON_PURPOSE } from "./shown-on-purpose";

/** The server of the proof, with its log, and the canaries between it and AWS. */
export type SecretTown = { url: string; log: string; metricsToken: string; cage: CanaryCage };

type State = { state: { stages: { name: string; actions: { name: string }[] }[] } };
type Execution = { execution: { stages: { actions: { id: string; category: string }[] }[] } };
type Listed = { items: { target: string; name: string; asOf: string | null }[] };
const LISTENING_MS = 3000;

/**
 * Nothing of AWS's answers reaches anybody but what is shown on purpose.
 *
 * @param most pipelines whose every page and route is read
 */
export function secretFacts(town: SecretTown, most: number): Fact[] {
  /** By place of the canary: where it was found first. */
  const found = new Map<string, string>();
  const note = (where: string, text: string) => {
    for (const place of town.cage.found(text)) if (!found.has(place)) found.set(place, where);
  };
  let session: Session;
  let addresses = 0;

  const look = async (address: string, headers: Record<string, string> = {}) => {
    const response = await fetch(town.url + address, {
      headers: { cookie: cookieHeader(session), ...headers },
    });
    note(address, `${[...response.headers]} ${await response.text()}`);
    addresses += 1;
  };
  const lookEverywhere = async (subject: Subject) => {
    for (const address of readingRoutes(subject)) {
      await look(address);
      if (!address.startsWith("/api")) await look(address, { rsc: "1" });
    }
  };

  return [
    {
      name: "every page, route and stream is read",
      run: async () => {
        session = await signIn(town.url, "admin");
        const list = () => readJson<Listed>(town.url, session, "/api/pipelines?limit=1000");
        let { items } = await list();
        await until("every pipeline read", 60_000, async () => {
          ({ items } = await list());
          return items.length > 0 && items.every(({ asOf }) => asOf !== null);
        });
        await look("/api/pipelines?limit=1000");
        for (const { target, name } of items.slice(0, most)) {
          const path = `/api/pipelines/${target}/${name}/executions`;
          const executions = await readJson<{ items: { id: string }[] }>(town.url, session, path);
          const [newest] = executions.items;
          const state = `/api/pipelines/${target}/${name}/state`;
          const stage = (await readJson<State>(town.url, session, state)).state.stages.at(-1);
          const run = newest && (await runOf(town.url, session, `${path}/${newest.id}`));
          await lookEverywhere({
            run: run ?? "none",
            target,
            pipeline: name,
            id: newest?.id ?? "none",
            stage: stage?.name ?? "none",
            action: stage?.actions[0]?.name ?? "none",
          });
        }
        await look("/api/metrics", { authorization: `Bearer ${town.metricsToken}` });
        await look("/api/pipelines/prod-eu/no-such-pipeline/state");
        note("/api/live", await listened(town.url, session));
        return `${addresses} answers of ${Math.min(most, items.length)} pipelines, canaries at ${town.cage.places.length} places`;
      },
    },
    {
      name: "a press and its receipt tell nothing more",
      run: async () => {
        const receipts = await pressAtOne(town.url, session);
        note("/api/receipts", receipts);
        await look("/api/receipts");
        return "";
      },
    },
    {
      name: "the log tells nothing more",
      run: async () => {
        const text = readFileSync(town.log, "utf8");
        note("the log", text);
        must(text.length > 1000, "there is hardly a log");
        return `${text.length} characters at level debug`;
      },
    },
    {
      name: "found outside the allowlist: 0",
      run: async () => {
        const wrong = [...found].filter(([place]) => !SHOWN_ON_PURPOSE.some((shown) => shown.test(place)));
        must(
          wrong.length === 0,
          `${wrong.length}: ${wrong.map(([place, where]) => `${place} in ${where}`).join("; ")}`,
        );
        return `${found.size} places are shown on purpose, ${town.cage.places.length - found.size} nowhere`;
      },
    },
    {
      name: "the canaries do fly: what people are meant to see has them",
      run: async () => {
        must(found.size >= 10, `only ${found.size} places were found at all`);
        const never = town.cage.places.filter((place) =>
          /token$|\(planted\)|roleArn|artifactStore/.test(place),
        );
        must(never.length >= 5, `only ${never.length} places of secrets`);
        return `${never.length} places of secrets among those found nowhere`;
      },
    },
  ];
}

async function listened(url: string, session: Session): Promise<string> {
  const response = await fetch(`${url}/api/live?since=0`, {
    headers: { cookie: cookieHeader(session) },
    signal: AbortSignal.timeout(LISTENING_MS),
  });
  let text = "";
  try {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString("utf8");
  } catch {
    // Heard enough.
  }
  return text;
}

/** Stops something that has ended: the receipt says why it was refused. */
async function pressAtOne(url: string, session: Session): Promise<string> {
  const { items } = await readJson<Listed>(url, session, "/api/pipelines?limit=1000");
  const { target = "", name = "" } = items[0] ?? {};
  const path = `/api/pipelines/${target}/${name}/executions`;
  const executions = await readJson<{ items: { id: string }[] }>(url, session, path);
  const response = await fetch(`${url}${path}/${executions.items.at(-1)?.id}/stop`, {
    method: "POST",
    headers: {
      cookie: cookieHeader(session),
      origin: url,
      "content-type": "application/json",
      "x-pipedeck-request": "1",
      "idempotency-key": crypto.randomUUID(),
    },
    body: JSON.stringify({ abandon: false, reason: "proving" }),
  });
  return response.text();
}

/** A run of a deploy action of an execution, or of any other where it has none. */
async function runOf(url: string, session: Session, path: string): Promise<string | undefined> {
  const { execution } = await readJson<Execution>(url, session, path);
  const runs = execution.stages.flatMap((stage) => stage.actions);
  return (runs.find(({ category }) => category === "Deploy") ?? runs[0])?.id;
}
