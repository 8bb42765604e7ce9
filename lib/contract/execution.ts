import { z } from "zod";
import type * as domain from "@/lib/domain/execution";
import type * as revision from "@/lib/domain/revision";
import { Instant } from "./freshness";

export const Revision: z.ZodType<revision.Revision> = z.strictObject({
  action: z.string(),
  id: z.string(),
  shortId: z.string(),
  summary: z.string().optional(),
  author: z.string().optional(),
  branch: z.string().optional(),
  url: z.string().optional(),
  createdAt: Instant.optional(),
});

export const ExecutionSummary: z.ZodType<domain.ExecutionSummary> = z.strictObject({
  id: z.string(),
  standing: z.string(),
  status: z.string(),
  percentComplete: z.number().optional(),
  startedAt: Instant.optional(),
  updatedAt: Instant.optional(),
  revisions: z.array(Revision),
  trigger: z.strictObject({ type: z.string(), text: z.string(), by: z.string().optional() }).optional(),
  stopReason: z.string().optional(),
  executionMode: z.string().optional(),
  executionType: z.string(),
  rollbackOf: z.string().optional(),
  stage: z.string().optional(),
  stages: z.array(
    z.strictObject({ stage: z.string(), standing: z.string(), percentComplete: z.number().optional() }),
  ),
});
export type ExecutionSummary = domain.ExecutionSummary;
