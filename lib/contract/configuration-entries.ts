import { z } from "zod";
import type { ConfigurationEntry } from "@/lib/domain/pipeline-state";

/** Keys of a configuration, or names of variables, with their values; a hidden one's value is null. */
export const ConfigurationEntries: z.ZodType<ConfigurationEntry[]> = z.array(
  z.strictObject({ key: z.string(), value: z.string().nullable(), hidden: z.boolean() }),
);
