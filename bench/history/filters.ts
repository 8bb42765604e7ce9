import { readJson } from "../../scripts/testing/session";
import type { Application } from "../harness/application";

type Row = {
  id: string;
  startedAt?: string;
  revisions: { id: string; summary?: string }[];
  trigger?: { type: string };
};

/** Queries of the list that people ask, by name: of many rows, of few, of one and of none. */
export async function filtersOf(app: Application, path: string): Promise<Record<string, string>> {
  const { items } = await readJson<{ items: Row[] }>(app.url, app.session, `/api${path}?limit=100`);
  const row = items.at(-1);
  const word = row?.revisions[0]?.summary?.split(" ").find((each) => /^\w{4,}$/.test(each)) ?? "fix";
  const sha = row?.revisions[0]?.id ?? "0";
  const queries: Record<string, Record<string, string>> = {
    "a word of many": { q: word },
    "a letter": { q: word.slice(0, 1) },
    "a commit": { q: sha.slice(0, 7) },
    "an old commit": { revision: await oldSha(app, path, sha) },
    "failed ones": { status: "Failed" },
    "failed ones of a word": { status: "Failed", q: word },
    "a status nobody has": { status: "Teleported" },
    "a trigger": { trigger: row?.trigger?.type ?? "Webhook" },
    "until a day": { to: row?.startedAt ?? "2026-01-01T00:00:00Z", status: "Succeeded" },
    "nothing there is": { q: "zzzzzz" },
  };
  return Object.fromEntries(
    Object.entries(queries).map(([name, query]) => [
      name,
      `/api${path}?${new URLSearchParams({ ...query, limit: "50" })}`,
    ]),
  );
}

/** Of an execution far behind the newest. */
async function oldSha(app: Application, path: string, otherwise: string): Promise<string> {
  const { items } = await readJson<{ items: Row[] }>(
    app.url,
    app.session,
    `/api${path}?${new URLSearchParams({ status: "Failed,Stopped,Superseded", limit: "100" })}`,
  );
  return (items.at(-1)?.revisions[0]?.id ?? otherwise).slice(0, 12);
}
