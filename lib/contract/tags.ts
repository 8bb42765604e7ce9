import { z } from "zod";
import { Instant } from "./freshness";

/** The tags of a target's pipelines, as far as they were read and may be seen. */
export const TargetTags = z.strictObject({
  target: z.string(),
  /** Pipelines with the same tags together; those without any among them. */
  sets: z.array(z.strictObject({ tags: z.record(z.string(), z.string()), pipelines: z.array(z.string()) })),
  /** Pipelines whose tags were not read yet, or cannot be. */
  unread: z.number().int().nonnegative(),
  /** The IAM action that the role lacks for those, and who lacks it. */
  denied: z.strictObject({ permission: z.string(), principal: z.string().optional() }).optional(),
});
export type TargetTags = z.infer<typeof TargetTags>;

/** GET /api/tags */
export const TagList = z.strictObject({ items: z.array(TargetTags), now: Instant });
export type TagList = z.infer<typeof TagList>;
