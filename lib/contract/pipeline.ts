import { z } from "zod";
import type * as domain from "@/lib/domain/pipeline";
import { Freshness, Instant } from "./freshness";

export const Sentence = z.strictObject({ lead: z.string().optional(), text: z.string() });

export const Train: z.ZodType<domain.Train> = z.strictObject({
  executionId: z.string(),
  label: z.string(),
  kind: z.enum(["run", "person", "track"]),
});

export const Station: z.ZodType<domain.Station> = z.strictObject({
  stage: z.string(),
  standing: z.string(),
  percentComplete: z.number().optional(),
  revision: z.string().optional(),
  train: Train.optional(),
  waiting: z.array(Train),
  gateClosed: z.boolean(),
  overridable: z.enum(["BEFORE_ENTRY", "ON_SUCCESS"]).optional(),
  count: z.number().int().optional(),
  labels: z.array(z.string()).optional(),
});

export const PipelineRow: z.ZodType<domain.PipelineRow> = z.strictObject({
  target: z.string(),
  name: z.string(),
  executionMode: z.string(),
  pipelineType: z.string().optional(),
  version: z.number().int().optional(),
  status: z.string().nullable(),
  percentComplete: z.number().optional(),
  running: z.number().int(),
  stations: z.array(Station),
  sentence: Sentence,
  changedAt: Instant.optional(),
  approvalExpiresAt: Instant.optional(),
  failed: z.strictObject({ stage: z.string(), executionId: z.string() }).optional(),
  denied: z.string().optional(),
  asOf: Instant.nullable(),
});
export type PipelineRow = domain.PipelineRow;

/** Query of GET /api/pipelines. */
export const PipelineListQuery = z.strictObject({
  cursor: z.string().min(1).max(500).optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d{0,3}|10000)$/, "must be a number from 1 to 10000")
    .transform(Number)
    .default(10_000),
});

/** GET /api/pipelines */
export const PipelineList = z.strictObject({
  items: z.array(PipelineRow),
  nextCursor: z.string().optional(),
  /** By target id. */
  freshness: z.record(z.string(), Freshness),
  /** By target id: changes up to this version are in `items`. */
  versions: z.record(z.string(), z.number().int().nonnegative()),
  now: Instant,
});
export type PipelineList = z.infer<typeof PipelineList>;
