import "server-only";
import type { Receipt } from "@/lib/domain/receipt";
import type { EffectReader } from "./effect-reader";

/**
 * What reading AWS shows of one press.
 *
 * - `seen`: the effect is there, and it is this press's: AWS accepted it, or what AWS keeps tells it apart from others.
 * - `not-seen`: nothing of it is there, but the request could still act if it arrives.
 * - `overtaken`: nothing of it is there, and it cannot act any more, because what it was about is gone or was done by
 *   somebody else: no waiting is needed.
 * - `cannot-tell`: what is there may be this press's effect or another's.
 *
 * `finding` and `why` are sentences for people. `startedExecutionId`: the execution that came of it.
 */
export type Effect =
  | { kind: "seen"; finding: string; startedExecutionId?: string }
  | { kind: "not-seen" }
  | { kind: "overtaken"; finding: string }
  | { kind: "cannot-tell"; why: string };

/** What a press keeps in its row to recognise its effect later, such as ids that were there before. JSON only. */
export type Expectation = Record<string, unknown>;

/** A press as its row has it: all there is after a crash. */
export interface Pressed {
  receipt: Receipt;
  expectation: Expectation;
}

/** Looks for the effect of a press of one verb, reading AWS only. Throws AwsReadError when AWS cannot be read. */
export type EffectOf = (pressed: Pressed, aws: EffectReader) => Promise<Effect>;
