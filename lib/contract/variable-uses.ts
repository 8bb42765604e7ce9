import { z } from "zod";
import type { VariableUse } from "@/lib/domain/variable-use";

/** Where a declaration takes in variables. */
export const VariableUses: z.ZodType<VariableUse[]> = z.array(
  z.strictObject({
    variable: z.string(),
    stage: z.string(),
    action: z.string(),
    rule: z.boolean().optional(),
    key: z.string(),
  }),
);
