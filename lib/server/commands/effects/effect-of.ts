import "server-only";
import type { Verb } from "@/lib/domain/receipt";
import { approvalEffect } from "./approval-effect";
import type { Effect, EffectOf, Pressed } from "./effect";
import type { EffectReader } from "./effect-reader";
import { overrideEffect } from "./override-effect";
import { releaseEffect } from "./release-effect";
import { retryEffect } from "./retry-effect";
import { rollbackEffect } from "./rollback-effect";
import { stopEffect } from "./stop-effect";
import { transitionEffect } from "./transition-effect";

/** How the effect of each verb is seen, a file a verb. */
const EFFECT_OF: Readonly<Record<Verb, EffectOf>> = {
  approve: approvalEffect,
  reject: approvalEffect,
  stop: stopEffect,
  abandon: stopEffect,
  retry: retryEffect,
  rollback: rollbackEffect,
  override: overrideEffect,
  "open-transition": transitionEffect,
  "close-transition": transitionEffect,
  release: releaseEffect,
};

/** What AWS shows of a press now, from its row alone. Throws AwsReadError. */
export async function effectOf(pressed: Pressed, aws: EffectReader): Promise<Effect> {
  return EFFECT_OF[pressed.receipt.verb](pressed, aws);
}
