import { readJson } from "../../scripts/testing/session";
import type { Application } from "../harness/application";

type Pipelines = { items: { target: string; name: string }[] };
type Executions = { items: unknown[]; nextCursor?: string };

/** Has the server read the history of the one pipeline to its end; answers its page and how many executions there are. */
export async function readWholeHistory({
  url,
  session,
}: Application): Promise<{ path: string; rows: number }> {
  const { items } = await readJson<Pipelines>(url, session, "/api/pipelines");
  const one = items[0];
  const path = `/pipelines/${one?.target}/${one?.name}/executions`;
  let rows = 0;
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: "100", ...(cursor === undefined ? {} : { cursor }) });
    const page = await readJson<Executions>(url, session, `/api${path}?${query}`);
    rows += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { path, rows };
}
