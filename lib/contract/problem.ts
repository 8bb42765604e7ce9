import { z } from "zod";

/** Reply body of every error, RFC 9457 `application/problem+json`. */
export const Problem = z.strictObject({
  /** `about:blank#` plus the code. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Our own code, for example `pipeline.not-found`; what programs compare. */
  code: z.string(),
  detail: z.string().optional(),
  /** Quoted to whoever reads the log. */
  requestId: z.string(),
  /** Fields of the request that are wrong, by path: `body.summary`, `query.cursor`, `header.Idempotency-Key`. */
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  /** For 404 on a pipeline: a name one typing mistake away, if there is one. */
  didYouMean: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
