import { z } from "zod";
import { Instant } from "./freshness";

/** Query of GET /api/executions: an execution's id, or its beginning. */
export const FoundExecutionsQuery = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{7,36}$/i, "must be 7 characters or more of an execution's id"),
});

/** GET /api/executions: executions of any pipeline, as they were seen last. */
export const FoundExecutions = z.strictObject({
  items: z.array(
    z.strictObject({
      target: z.string(),
      pipeline: z.string(),
      id: z.string(),
      status: z.string(),
      startedAt: Instant.optional(),
    }),
  ),
  now: Instant,
});
export type FoundExecutions = z.infer<typeof FoundExecutions>;
