import type { IncomingMessage, ServerResponse } from "node:http";
import { ServiceError } from "../engine/service-error";
import type { SignedCall } from "./caller";
import { DoorError } from "./door-error";
import type { Emulator } from "./emulator";
import type { Mishap } from "./faults";
import type { Refusal } from "./protocol";
import { sendReply } from "./reply";
import { type Route, routeCall } from "./route-call";
import type { ServiceCall } from "./service-call";
import { type ReceivedRequest, verifySignature } from "./signature/verify-signature";
import { queueArn } from "./sqs/queue-names";

const NO_QUERY = new URLSearchParams();

type Outcome = { answer: unknown } | { refusal: Refusal };

function refusalOf(error: unknown): Refusal {
  if (error instanceof DoorError || error instanceof ServiceError) {
    return { code: error.code, status: error.status, message: error.message };
  }
  process.stderr.write(
    `emulator: internal failure: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return { code: "InternalFailure", status: 500, message: "The request processing has failed." };
}

function deniedResource({ operation, input, signed }: ServiceCall, service: string): string {
  if (service === "sqs") return queueArn(signed.caller.account, signed.region);
  const pipeline = input.pipelineName ?? input.name;
  const name = typeof pipeline === "string" ? pipeline : "*";
  if (operation === "AssumeRole") return String(input.RoleArn);
  return `arn:aws:codepipeline:${signed.region}:${signed.caller.account}:${name}`;
}

function refusalByFault(kind: Mishap["kind"], call: ServiceCall, service: string): Refusal | undefined {
  switch (kind) {
    case "throttle":
      return { code: "ThrottlingException", status: 400, message: "Rate exceeded" };
    case "error500":
      return { code: "InternalFailure", status: 500, message: "The request processing has failed." };
    case "unavailable503":
      return {
        code: "ServiceUnavailable",
        status: 503,
        message: "The service is unavailable. Try again later.",
      };
    case "accessDenied": {
      const action = `${service}:${call.operation}`;
      const message = `User: ${call.signed.caller.arn} is not authorized to perform: ${action} on resource: ${deniedResource(call, service)} because no identity-based policy allows the ${action} action`;
      return { code: "AccessDeniedException", status: 403, message };
    }
    default:
      return undefined;
  }
}

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

/** One request on its way through the door: checked, perhaps struck by a fault, carried out, counted, written down. */
class Passage {
  private readonly emulator: Emulator;
  private readonly response: ServerResponse;
  private readonly route: Route;
  private readonly requestId: string;
  private host = "";

  constructor(emulator: Emulator, response: ServerResponse, route: Route, requestId: string) {
    this.emulator = emulator;
    this.response = response;
    this.route = route;
    this.requestId = requestId;
  }

  async run(received: ReceivedRequest): Promise<void> {
    let signed: SignedCall;
    try {
      signed = verifySignature(received, this.route.service.name, this.emulator.credentials);
    } catch (error) {
      this.emulator.counts.add(this.route.operation, "failed");
      this.refuse(refusalOf(error));
      return;
    }
    this.host = received.headers.host ?? "";
    await this.letIn(signed, received.body);
  }

  /** Aborted when the client no longer waits for the answer. */
  private gone(): AbortSignal {
    const leaving = new AbortController();
    if (this.response.destroyed) leaving.abort();
    else this.response.once("close", () => leaving.abort());
    return leaving.signal;
  }

  private async letIn(signed: SignedCall, body: Buffer): Promise<void> {
    const { service, operation } = this.route;
    const { requestId, host } = this;
    const call: ServiceCall = { operation, input: {}, signed, requestId, host, gone: () => this.gone() };
    let unreadable: Refusal | undefined;
    try {
      call.input = service.protocol.read(body);
    } catch (error) {
      unreadable = refusalOf(error);
    }
    const account = service.accountOf(call);
    const mishap = this.emulator.faults.strike({ operation, account, region: signed.region });
    if (mishap.kind === "hang" || mishap.kind === "reset") {
      this.writeDown(call, mishap.kind);
      if (mishap.latencyMs > 0) await pause(mishap.latencyMs);
      if (mishap.kind === "reset") this.response.socket?.resetAndDestroy();
      return;
    }
    const throttled = service.tempered && !this.emulator.takeToken(account, signed.region);
    // Waiting for what is there already would cost every request a turn.
    const decided = this.decide(call, throttled ? "throttle" : mishap.kind, unreadable);
    const outcome = decided instanceof Promise ? await decided : decided;
    this.writeDown(call, "refusal" in outcome ? outcome.refusal.code : "ok");
    if (mishap.latencyMs > 0) await pause(mishap.latencyMs);
    this.answer(outcome, mishap.kind);
  }

  private decide(
    call: ServiceCall,
    kind: Mishap["kind"],
    unreadable: Refusal | undefined,
  ): Outcome | Promise<Outcome> {
    const { service } = this.route;
    const refusal = refusalByFault(kind, call, service.name) ?? unreadable;
    if (refusal !== undefined) return { refusal };
    try {
      const answer = service.act(this.emulator, call);
      return answer instanceof Promise ? settled(answer) : { answer };
    } catch (error) {
      return { refusal: refusalOf(error) };
    }
  }

  private writeDown(call: ServiceCall, outcome: string): void {
    const { caller, region } = call.signed;
    const ending = outcome === "ok" ? "ok" : outcome === "ThrottlingException" ? "throttled" : "failed";
    this.emulator.counts.add(call.operation, ending);
    this.emulator.journal.append({
      at: this.emulator.clock.now(),
      operation: call.operation,
      caller,
      region,
      input: call.input,
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
      this.refuse(outcome.refusal);
      return;
    }
    const body =
      "refusal" in outcome
        ? protocol.failure(outcome.refusal, this.requestId).body
        : protocol.success(this.route.operation, outcome.answer, this.requestId);
    sendReply(this.response, {
      status: 200,
      contentType: protocol.contentType,
      body: kind === "malformed" ? protocol.broken(String(body)) : body,
      requestId: this.requestId,
    });
  }

  private refuse(refusal: Refusal): void {
    const { protocol } = this.route.service;
    const failure = protocol.failure(refusal, this.requestId);
    sendReply(this.response, { ...failure, contentType: protocol.contentType, requestId: this.requestId });
  }
}

/** Carries out one AWS request from its first byte to its last. Throws DoorError when it names no known service. */
export async function handleCall(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: Buffer,
  requestId: string,
): Promise<void> {
  const target = request.headers["x-amz-target"];
  const route = routeCall(
    url.pathname,
    Array.isArray(target) ? target[0] : target,
    request.headers["content-type"],
    body,
  );
  const received: ReceivedRequest = {
    method: request.method ?? "POST",
    path: url.pathname,
    query: url.search === "" ? NO_QUERY : url.searchParams,
    headers: request.headers,
    body,
  };
  await new Passage(emulator, response, route, requestId).run(received);
}
