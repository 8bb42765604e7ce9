import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "../../scripts/processes/worded-error";
import { readJson } from "../../scripts/testing/session";
import type { Application } from "../harness/application";

type Pipelines = { items: { target: string; name: string }[] };
type Executions = { items: unknown[]; index?: { complete: boolean } };

const limitMs = 15 * 60_000;

/** Waits until the application keeps every execution of its only pipeline; answers where its history is. */
export async function untilIndexed({ url, session }: Application): Promise<string> {
  const { items } = await readJson<Pipelines>(url, session, "/api/pipelines");
  const [one] = items;
  if (!one) throw new WordedError("The world has no pipeline.");
  const path = `/pipelines/${one.target}/${one.name}/executions`;
  const began = performance.now();
  for (;;) {
    const { index } = await readJson<Executions>(url, session, `/api${path}?limit=1`);
    if (index?.complete) return path;
    if (performance.now() - began > limitMs) throw new WordedError("The history was not kept in time.");
    await delay(1000);
  }
}
