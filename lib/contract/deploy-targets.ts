import { z } from "zod";
import type * as domain from "@/lib/domain/deploy-target";
import { Freshness, Instant } from "./freshness";

const times = { startedAt: Instant.optional(), endedAt: Instant.optional() };

const Target: z.ZodType<domain.DeployTarget> = z.strictObject({
  id: z.string(),
  type: z.string().optional(),
  standing: z.string(),
  ...times,
  events: z.array(
    z.strictObject({
      name: z.string(),
      standing: z.string(),
      ...times,
      commandId: z.string().optional(),
      message: z.string().optional(),
    }),
  ),
});

/** Query of GET …/executions/{id}/targets: the run of a deploy action, by AWS's actionExecutionId. */
export const DeployTargetsQuery = z.strictObject({ run: z.string().min(1).max(200) });

/** GET …/executions/{id}/targets */
export const DeployTargetsReply = z.strictObject({
  items: z.array(Target),
  /** There are more than are listed. */
  more: z.boolean(),
  freshness: Freshness,
  now: Instant,
});
export type DeployTargetsReply = z.infer<typeof DeployTargetsReply>;
