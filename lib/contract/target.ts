import { z } from "zod";
import { Freshness, Instant } from "./freshness";

/** One account in one region. */
export const Target = z.strictObject({
  id: z.string(),
  name: z.string(),
  account: z.string(),
  region: z.string(),
  freshness: Freshness,
  /** Pipelines known, after include and exclude; null until the list was read once. */
  pipelines: z.number().int().nullable(),
});
export type Target = z.infer<typeof Target>;

/** GET /api/targets */
export const TargetList = z.strictObject({
  items: z.array(Target),
  /** Worst first freshness of the list is up to the reader; each target carries its own. */
  freshness: z.record(z.string(), Freshness),
  now: Instant,
});
export type TargetList = z.infer<typeof TargetList>;
