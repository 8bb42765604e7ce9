import "server-only";
import type { Verb } from "@/lib/domain/receipt";
import { approvalEffect } from "./approval-effect";
import type { Effect, EffectOf, Pressed } from "./effect";
import type { EffectReader } from "./effect-reader";
import { stopEffect } from "./stop-effect";

/** How the effect of each verb is seen, a file a verb. */
const EFFECT_OF: Partial<Record<Verb, EffectOf>> = {
  approve: approvalEffect,
  reject: approvalEffect,
  stop: stopEffect,
  abandon: stopEffect,
};

/** What AWS shows of a press now, from its row alone. Throws AwsReadError. */
export async function effectOf(pressed: Pressed, aws: EffectReader): Promise<Effect> {
  const look = EFFECT_OF[pressed.receipt.verb];
  if (!look) return { kind: "cannot-tell", why: `The effect of ${pressed.receipt.verb} is not looked for.` };
  return look(pressed, aws);
}
