import { z } from "zod";

/** How often a stage was tried again, where AWS still tells. */
export const StageRetry = z.strictObject({
  automatic: z.number().int(),
  manual: z.number().int(),
  latestTrigger: z.string().optional(),
});
