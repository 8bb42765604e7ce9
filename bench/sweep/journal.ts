import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "../../scripts/processes/worded-error";

/** One request the emulator let in: when, in epoch milliseconds, and whether it was throttled. */
export type Request = { atMs: number; operation: string; pipeline: string | null; throttled: boolean };

type Entry = { at: string; operation: string; input: unknown; outcome: string };

const everyMs = 250;
const limitMs = 15 * 60_000;

/** Follows the emulator's journal until `isOver` says so of all CodePipeline requests until then; answers them. */
export async function followJournal(
  emulator: string,
  isOver: (requests: readonly Request[]) => boolean,
): Promise<Request[]> {
  const requests: Request[] = [];
  const began = performance.now();
  for (let after = 0; !isOver(requests); await delay(everyMs)) {
    if (performance.now() - began > limitMs)
      throw new WordedError("The sweep did not end within 15 minutes.");
    const response = await fetch(`${emulator}/_emulator/journal?after=${after}`);
    const { items, last }: { items: Entry[]; last: number } = await response.json();
    requests.push(...items.flatMap((entry) => toRequest(entry) ?? []));
    after = last;
  }
  return requests;
}

function toRequest({ at, operation, input, outcome }: Entry): Request | undefined {
  if (operation === "AssumeRole" || operation === "GetCallerIdentity") return undefined;
  return {
    atMs: Date.parse(at),
    operation,
    pipeline: pipelineOf(input),
    throttled: outcome === "ThrottlingException",
  };
}

function pipelineOf(input: unknown): string | null {
  if (typeof input !== "object" || input === null) return null;
  if ("name" in input && typeof input.name === "string") return input.name;
  return "pipelineName" in input && typeof input.pipelineName === "string" ? input.pipelineName : null;
}
