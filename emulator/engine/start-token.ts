import { day } from "./duration";
import type { Pipeline } from "./record";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

/** How long a clientRequestToken stands for the execution it started. */
const rememberedMs = day;

/**
 * The execution an earlier start with this token began, undefined without one. Throws ConflictException when that start
 * had other parameters.
 */
export function repeatedStart(
  sim: Simulation,
  pipeline: Pipeline,
  token: string | undefined,
  parameters: unknown,
): string | undefined {
  const earlier = token === undefined ? undefined : pipeline.starts.get(token);
  if (!earlier || sim.now - earlier.at > rememberedMs) return undefined;
  if (earlier.parameters !== JSON.stringify(parameters)) {
    throw new ServiceError(
      "ConflictException",
      "The clientRequestToken was already used with other parameters.",
    );
  }
  return earlier.executionId;
}

/** Remembers a start under its token, and forgets those that are too old to matter. */
export function rememberStart(
  sim: Simulation,
  pipeline: Pipeline,
  token: string | undefined,
  parameters: unknown,
  executionId: string,
): void {
  for (const [old, { at }] of pipeline.starts) {
    if (sim.now - at <= rememberedMs) break;
    pipeline.starts.delete(old);
  }
  if (token === undefined) return;
  pipeline.starts.set(token, { executionId, at: sim.now, parameters: JSON.stringify(parameters) });
}
