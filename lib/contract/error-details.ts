import { z } from "zod";

/** Why an action or rule failed, in AWS's words. */
export const ErrorDetails = z.strictObject({ code: z.string().optional(), message: z.string().optional() });
