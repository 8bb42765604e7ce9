import { WordedError } from "../../scripts/processes/worded-error";
import { call } from "../emulator/signed-request";
import { control } from "./control";

const place = { account: "111122223333", region: "eu-west-1" };
const day = 24 * 60 * 60 * 1000;

/** Names of the first pipelines, asked for once. */
const names = new Map<string, string[]>();

/** Lets everything come to rest that the world began with. */
export async function settle(url: string): Promise<void> {
  await control(url, "clock", { advanceMs: 40 * day });
}

/**
 * Simulated executions a second: so many pipelines, the same in every world, get a revision each; then a day passes in
 * one step, and only that step is timed.
 */
export async function executionsPerSecond(url: string, executions: number): Promise<number> {
  const pipelines = names.get(url) ?? (await firstPipelines(url, executions));
  names.set(url, pipelines);
  for (const pipeline of pipelines) await control(url, "revisions", { ...place, pipeline, action: "code" });
  const startedAt = performance.now();
  await control(url, "clock", { advanceMs: day });
  return (executions * 1000) / (performance.now() - startedAt);
}

async function firstPipelines(url: string, count: number): Promise<string[]> {
  const answer = await call(url, "ListPipelines", { maxResults: count });
  const found = (answer.pipelines as { name: string }[]).map(({ name }) => name);
  if (found.length !== count) throw new WordedError(`${found.length} pipelines were listed, not ${count}.`);
  return found;
}
