import { z } from "zod";
import { ROLES } from "@/lib/domain/person";
import type { Verb } from "@/lib/domain/receipt";
import { Instant } from "./freshness";

const Answer = z.discriminatedUnion("allowed", [
  z.strictObject({ allowed: z.literal(true) }),
  z.strictObject({ allowed: z.literal(false), why: z.string() }),
]);

const Verbs = z.strictObject({
  approve: Answer,
  reject: Answer,
  stop: Answer,
  abandon: Answer,
  retry: Answer,
  rollback: Answer,
  override: Answer,
  "open-transition": Answer,
  "close-transition": Answer,
  release: Answer,
}) satisfies z.ZodType<Record<Verb, z.infer<typeof Answer>>>;

/** GET /api/access: who is signed in, and for each button whether it may be pressed and why not. */
export const AccessReply = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) }),
  /** How the person signed in, for example `demo`. */
  provider: z.string(),
  signedInAt: Instant,
  /** When the session ends however busy; 30 minutes without a request end it sooner. */
  endsAt: Instant,
  verbs: Verbs,
  now: Instant,
});
export type AccessReply = z.infer<typeof AccessReply>;
