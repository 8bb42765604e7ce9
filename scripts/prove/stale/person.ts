import { randomUUID } from "node:crypto";
import { cookieHeader, type Session } from "../../testing/session";
import { TARGET } from "../clicks/world";

/** What a page shows of a pipeline, as far as a decision is made on it. */
export type Seen = {
  /** Execution that waits at the approval Ask. */
  asking: string | undefined;
  /** Executions that wait in front of Sign. */
  waiting: string[];
  /** Execution in Ship, or there last. */
  shipped: string | undefined;
};

/** How a press ended. */
export type Pressed = { key: string; state: string; code?: string; message: string };

type Inbound = { executionId: string; status: string };
type Stage = {
  name: string;
  executionId?: string;
  inbound: Inbound[];
  actions: { name: string; approval?: { executionId: string } }[];
};
type Reply = { state: { stages: Stage[] } };
type Answer = {
  receipt?: { state: string; refusal?: { code: string; message: string } };
  code?: string;
  title?: string;
};

/** Somebody with a page open: reads it, and presses later what was read. */
export class Person {
  constructor(
    private readonly url: string,
    private readonly session: Session,
  ) {}

  /** What the page shows when it is read now. */
  async look(pipeline: string): Promise<Seen> {
    const reply: Reply = await (await this.#post(pipeline, "refresh", randomUUID(), {})).json();
    const stage = (name: string) => reply.state.stages.find((one) => one.name === name);
    const sign = stage("Sign");
    return {
      asking: sign?.actions.find(({ name }) => name === "Ask")?.approval?.executionId,
      waiting: sign?.inbound.filter(({ status }) => status === "InProgress").map(idOf) ?? [],
      shipped: stage("Ship")?.executionId,
    };
  }

  /** Approves what was seen; `text` names the press at AWS. */
  approve(pipeline: string, seen: Seen, text: string): Promise<Pressed> {
    const body = { executionId: seen.asking, result: "Approved", summary: text, seenWaiting: seen.waiting };
    return this.#press(pipeline, "stages/Sign/actions/Ask/approval", body);
  }

  /** Rolls Ship back to an earlier execution, on what was seen there. */
  rollBack(pipeline: string, seen: Seen, targetExecutionId: string, reason: string): Promise<Pressed> {
    const body = { targetExecutionId, reason, seenExecutionId: seen.shipped };
    return this.#press(pipeline, "stages/Ship/rollback", body);
  }

  async #press(pipeline: string, path: string, body: object): Promise<Pressed> {
    const key = randomUUID();
    const answer: Answer = await (await this.#post(pipeline, path, key, body)).json();
    const { receipt } = answer;
    if (!receipt) return { key, state: "problem", code: answer.code, message: answer.title ?? "" };
    return {
      key,
      state: receipt.state,
      code: receipt.refusal?.code,
      message: receipt.refusal?.message ?? "",
    };
  }

  #post(pipeline: string, path: string, key: string, body: object): Promise<Response> {
    return fetch(`${this.url}/api/pipelines/${TARGET.id}/${pipeline}/${path}`, {
      method: "POST",
      headers: {
        cookie: cookieHeader(this.session),
        origin: this.url,
        "content-type": "application/json",
        "x-pipedeck-request": "1",
        "idempotency-key": key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(45_000),
    });
  }
}

function idOf({ executionId }: Inbound): string {
  return executionId;
}
