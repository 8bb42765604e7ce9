import "server-only";
import { z } from "zod";
import type { PipelineRecord } from "./pipeline-record";
import type { Trouble } from "./trouble";

/** Troubles told with one sign of life: more than that are the target's own, or soon will be. */
const MOST_TOLD = 200;

const ToldTrouble = z.object({
  failure: z.object({
    kind: z.enum(["not-found", "denied", "throttled", "unreachable", "malformed", "refused", "fault"]),
    code: z.string(),
    message: z.string(),
    requestId: z.string().optional(),
    ambiguous: z.boolean(),
    permission: z.string().optional(),
    principal: z.string().optional(),
  }),
  sinceMs: z.number(),
  tries: z.number(),
  nextTryAtMs: z.number(),
});

/** The troubles of single pipelines for the processes that follow, by name. */
export function toldTroubles(records: readonly PipelineRecord[]): Record<string, object> {
  const told = records.flatMap(({ name, trouble }) => {
    if (trouble === null) return [];
    const { failure, sinceMs, tries, nextTryAtMs } = trouble;
    return [[name, { failure, sinceMs, tries, nextTryAtMs }] as const];
  });
  return Object.fromEntries(told.slice(0, MOST_TOLD));
}

/** The trouble of a pipeline as it was told; null when none was, or another version of Pipedeck told it in another form. */
export function heardTrouble(told: object | undefined): Trouble | null {
  const heard = ToldTrouble.safeParse(told).data;
  // Who follows tries nothing by itself; who watches next tries at once.
  return heard ? { ...heard, nextTryMono: Number.NEGATIVE_INFINITY } : null;
}
