import { z } from "zod";
import type * as domain from "@/lib/domain/compare-executions";
import { Revision } from "./execution";
import { Instant } from "./freshness";

const Run: z.ZodType<domain.ComparedRun> = z.strictObject({
  standing: z.string(),
  durationMs: z.number().optional(),
  attempts: z.number().int(),
  by: z.string().optional(),
  code: z.string().optional(),
});

const Side: z.ZodType<domain.ComparedExecution> = z.strictObject({
  id: z.string(),
  label: z.string(),
  summary: z.string().optional(),
  standing: z.string(),
  status: z.string(),
  startedAt: Instant.optional(),
  forgotten: z.boolean().optional(),
});

const compared = <Value extends z.ZodType>(value: Value) => ({
  before: value.optional(),
  after: value.optional(),
  same: z.boolean(),
});

/** What differs between two executions; part of GET …/executions/{id}?compareWith= */
export const ExecutionComparison: z.ZodType<domain.ExecutionComparison> = z.strictObject({
  before: Side,
  after: Side,
  status: z.strictObject(compared(z.string())),
  pipelineVersion: z.strictObject(compared(z.number().int())).optional(),
  executionMode: z.strictObject(compared(z.string())).optional(),
  trigger: z.strictObject(compared(z.string())).optional(),
  tookMs: z.strictObject(compared(z.number())).optional(),
  revisions: z
    .array(z.strictObject({ action: z.string(), compareUrl: z.string().optional(), ...compared(Revision) }))
    .optional(),
  variables: z
    .array(z.strictObject({ name: z.string(), hidden: z.boolean(), ...compared(z.string().nullable()) }))
    .optional(),
  stages: z
    .array(
      z.strictObject({
        stage: z.string(),
        ...compared(Run),
        actions: z.array(z.strictObject({ action: z.string(), ...compared(Run) })),
      }),
    )
    .optional(),
  gaps: z.array(z.string()),
});
