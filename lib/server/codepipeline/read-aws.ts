import "server-only";
import type { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import { callCountsOf } from "../aws/call-counts";
import { readClient, renewCredentials } from "../aws/clients";
import { confirmAccount } from "../aws/confirm-account";
import { budgetOf } from "../aws/request-budget";
import { currentUrgency, type Urgency } from "../aws/urgency";
import { withinDeadline } from "../aws/within-deadline";
import { monotonic } from "../clock";
import type { TargetConfig } from "../config/config";
import { type AwsFailure, classify } from "./aws-failure";
import { breakerOf, isBreaking, type TargetBreaker } from "./target-breaker";

/** What nobody waits for is left out until a target has worked again for so long: what people look at comes back first. */
const SPARE_AFTER_OUTAGE_MS = 60_000;

/** A read that failed, with what it means. */
export class AwsReadError extends Error {
  override name = "AwsReadError";

  /** By name: what lives on globalThis may come from another bundle, with a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "AwsReadError";
  }

  constructor(
    readonly operation: string,
    readonly failure: AwsFailure,
  ) {
    super(`${operation}: ${failure.code}: ${failure.message}`);
  }
}

/** What it means that a read threw this. */
export function failureOf(error: unknown): AwsFailure {
  return error instanceof AwsReadError ? error.failure : classify(error);
}

/** What keeps reads away from a target while it does not work. */
export function targetBreaker(target: TargetConfig): TargetBreaker {
  return breakerOf(target, (error) => (error instanceof AwsReadError ? error.failure.kind : undefined));
}

/** What a reader gets that will not wait any longer for an answer still to come. */
export function notAnsweredYet(operation: string): AwsReadError {
  return new AwsReadError(operation, classify(new DOMException("AWS has not answered yet", "TimeoutError")));
}

/**
 * Makes one read with the target's client, inside its request budget and under its deadline. Credentials that
 * expired are renewed once. While the target does not work, nothing is sent, and the failure is the one that said so.
 *
 * @param operation name of the AWS operation, for messages and permissions
 * @param urgency `press` where a person waits for it with a hand on the button: that is tried in any case
 * @throws AwsReadError
 */
export async function readAws<Output>(
  target: TargetConfig,
  operation: string,
  send: (client: CodePipelineClient, abortSignal: AbortSignal) => Promise<Output>,
  urgency: Urgency = currentUrgency(),
): Promise<Output> {
  try {
    await confirmAccount(target);
  } catch (error) {
    throw new AwsReadError(operation, classify(error, operation));
  }
  const call = { target, client: readClient(target), operation, send, urgency };
  try {
    return await attempt(call);
  } catch (error) {
    const expired = error instanceof AwsReadError && /^ExpiredToken(Exception)?$/.test(error.failure.code);
    if (!expired) throw error;
  }
  renewCredentials(target, call.client);
  return attempt({ ...call, client: readClient(target) });
}

/** One read, with whose credentials and how urgently. */
interface Call<Output> {
  target: TargetConfig;
  client: CodePipelineClient;
  operation: string;
  send: (client: CodePipelineClient, abortSignal: AbortSignal) => Promise<Output>;
  urgency: Urgency;
}

async function attempt<Output>(call: Call<Output>): Promise<Output> {
  const breaker = targetBreaker(call.target);
  const work = () => attemptOnce(call);
  if (call.urgency === "press") return breaker.callAnyway(work);
  // What nobody waits for must not be what finds out whether the target works again: it may wait long for its turn.
  if (call.urgency === "spare" && breaker.worksForMs(monotonic()) < SPARE_AFTER_OUTAGE_MS)
    throw breaker.reason ?? notAnsweredYet(call.operation);
  return breaker.call(work);
}

async function attemptOnce<Output>({
  target,
  client,
  operation,
  send,
  urgency,
}: Call<Output>): Promise<Output> {
  const budget = budgetOf(target);
  const leave = await budget.take(urgency);
  const keptAway = urgency === "press" ? undefined : targetBreaker(target).reason;
  if (keptAway !== undefined) throw keptAway;
  const sentMono = monotonic();
  const counted = (outcome: string) => callCountsOf(target).add(operation, outcome, monotonic() - sentMono);
  try {
    const output = await withinDeadline((target.timeoutMs ?? 5000) * 2, (signal) => send(client, signal));
    counted("ok");
    budget.answered(leave);
    return output;
  } catch (error) {
    const failure = classify(error, operation);
    counted(failure.kind);
    if (failure.kind === "throttled") budget.throttled(leave);
    // AWS took it from its bucket as well.
    else if (!isBreaking(failure.kind)) budget.answered(leave);
    throw new AwsReadError(operation, failure);
  }
}
