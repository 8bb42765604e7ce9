import type { ServerResponse } from "node:http";
import type { SignedCall } from "./caller";
import type { Emulator } from "./emulator";
import type { Mishap } from "./faults";
import type { Refusal } from "./protocol";
import { refusalByFault } from "./refusal-by-fault";
import { refusalOf } from "./refusal-of";
import { sendRefusal, sendReply } from "./reply";
import type { Route } from "./route-call";
import type { ServiceCall } from "./service-call";

type Outcome = { answer: unknown } | { refusal: Refusal };

function pause(latencyMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, latencyMs));
}

async function settled(answer: Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await answer };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** Where a request came from and what it is called. */
export interface Letter {
  requestId: string;
  /** Where the client sent it, with the port. */
  host: string;
  signed: SignedCall;
}

/** A request whose signature was good on its way: perhaps struck by a fault, carried out, counted, written down, answered. */
export class Passage implements ServiceCall {
  readonly operation: string;
  input: Record<string, unknown> = {};
  readonly signed: SignedCall;
  readonly requestId: string;
  readonly host: string;
  private readonly emulator: Emulator;
  private readonly response: ServerResponse;
  private readonly route: Route;
  private bytes = 0;

  constructor(
    emulator: Emulator,
    response: ServerResponse,
    route: Route,
    { requestId, host, signed }: Letter,
  ) {
    this.emulator = emulator;
    this.response = response;
    this.route = route;
    this.operation = route.operation;
    this.requestId = requestId;
    this.host = host;
    this.signed = signed;
  }

  gone(): AbortSignal {
    const leaving = new AbortController();
    if (this.response.destroyed) leaving.abort();
    else this.response.once("close", () => leaving.abort());
    return leaving.signal;
  }

  /** Answers at once, or answers a promise where something has to be waited for. */
  run(body: Buffer): Promise<void> | undefined {
    const { service, operation } = this.route;
    this.bytes = body.length;
    let unreadable: Refusal | undefined;
    try {
      this.input = service.protocol.read(body);
    } catch (error) {
      unreadable = refusalOf(error);
    }
    const account = service.accountOf(this);
    const { region } = this.signed;
    const mishap = this.emulator.faults.strike({ operation, account, region });
    if (mishap.kind === "hang" || mishap.kind === "reset") return this.drop(mishap);
    const throttled = service.tempered && !this.emulator.takeToken(account, region);
    const decided = this.decide(throttled ? "throttle" : mishap.kind, unreadable);
    // Waiting for what is there already would cost every request a turn.
    if (decided instanceof Promise || mishap.latencyMs > 0) return this.answerLater(decided, mishap);
    this.writeDown(decided);
    this.answer(decided, mishap.kind);
    return undefined;
  }

  private async drop({ kind, latencyMs }: Mishap): Promise<void> {
    this.record(kind ?? "reset");
    if (latencyMs > 0) await pause(latencyMs);
    if (kind === "reset") this.response.socket?.resetAndDestroy();
  }

  private async answerLater(decided: Outcome | Promise<Outcome>, mishap: Mishap): Promise<void> {
    const outcome = decided instanceof Promise ? await decided : decided;
    this.writeDown(outcome);
    if (mishap.latencyMs > 0) await pause(mishap.latencyMs);
    this.answer(outcome, mishap.kind);
  }

  private decide(kind: Mishap["kind"], unreadable: Refusal | undefined): Outcome | Promise<Outcome> {
    const { service } = this.route;
    const refusal = refusalByFault(kind, this, service.name) ?? unreadable;
    if (refusal !== undefined) return { refusal };
    try {
      const answer = service.act(this.emulator, this);
      return answer instanceof Promise ? settled(answer) : { answer };
    } catch (error) {
      return { refusal: refusalOf(error) };
    }
  }

  private writeDown(outcome: Outcome): void {
    this.record("refusal" in outcome ? outcome.refusal.code : "ok");
  }

  private record(outcome: string): void {
    const ending = outcome === "ok" ? "ok" : outcome === "ThrottlingException" ? "throttled" : "failed";
    this.emulator.counts.add(this.operation, ending);
    this.emulator.journal.append({
      at: this.emulator.clock.now(),
      operation: this.operation,
      caller: this.signed.caller,
      region: this.signed.region,
      input: this.input,
      bytes: this.bytes,
      outcome,
      requestId: this.requestId,
    });
  }

  private answer(outcome: Outcome, kind: Mishap["kind"]): void {
    if (kind === "resetAfter") {
      this.response.socket?.resetAndDestroy();
      return;
    }
    const { protocol } = this.route.service;
    if ("refusal" in outcome && kind !== "malformed") {
      sendRefusal(this.response, protocol, outcome.refusal, this.requestId);
      return;
    }
    const body =
      "refusal" in outcome
        ? protocol.failure(outcome.refusal, this.requestId).body
        : protocol.success(this.operation, outcome.answer, this.requestId);
    sendReply(this.response, {
      status: 200,
      contentType: protocol.contentType,
      body: kind === "malformed" ? protocol.broken(String(body)) : body,
      requestId: this.requestId,
    });
  }
}
