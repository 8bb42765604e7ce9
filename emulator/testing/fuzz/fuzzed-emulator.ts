import { Agent, createServer, request, type Server } from "node:http";
import { wireProblems } from "../../door/checked-answers-for-tests";
import { doorOf } from "../../door/door";
import { Emulator } from "../../door/emulator";
import { DEFAULT_OPTIONS } from "../../door/emulator-options";
import { keysOf } from "../../door/sdk-for-tests";
import { signedRequest } from "../../door/signature/signed-for-tests";
import type { CallContext } from "../../engine/call-context";
import type { World } from "../../engine/world";
import { execute } from "../../operations/execute";
import { beginnings, shop, worked } from "../../operations/testing/everything";
import { makeId } from "../../operations/testing/worker";
import { errorCode } from "../attempt";

const start = Date.parse("2026-03-02T09:00:00Z");

/** An answer as it came over the wire. */
export interface WireAnswer {
  status: number;
  body: Buffer;
  /** What is wrong with it; empty for an answer that the model has. */
  problems: string[];
}

/** An emulator behind its real door, and a look into its world. */
export class FuzzedEmulator {
  readonly ctx: CallContext = {
    account: "111122223333",
    region: "eu-west-1",
    partition: "aws",
    principalArn: "arn:aws:iam::111122223333:user/emulator",
    requestId: "fuzz",
    endpoint: "http://127.0.0.1",
  };
  readonly #emulator: Emulator;
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #url = "";

  constructor(seed: number) {
    this.#emulator = new Emulator({ ...DEFAULT_OPTIONS, world: "empty", clock: "manual", now: start, seed });
    this.#server = createServer(doorOf(this.#emulator));
    for (const [operation, body] of beginnings(this.ctx)) execute(this.world, this.ctx, operation, body);
  }

  get world(): World {
    return this.#emulator.worldAtNow();
  }

  get url(): string {
    return this.#url;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    this.#url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Time passes, and what was deleted or has nothing to do begins again. */
  turn(ms: number): void {
    this.#emulator.moveTo(this.world.now + ms);
    for (const [operation, body] of beginnings(this.ctx)) this.#try(operation, body);
    for (const { name } of [shop, worked]) {
      const active = this.world.region(this.ctx.account, this.ctx.region).pipeline(name)?.active.size ?? 0;
      if (active < 5) this.#try("StartPipelineExecution", { name });
    }
    this.#takeJob();
  }

  /** A worker takes a job of the custom action, so that there is one that results may be about. */
  #takeJob(): void {
    const runs = this.world.region(this.ctx.account, this.ctx.region).pipeline("worked")?.actionRuns ?? [];
    this.#try("PollForJobs", { actionTypeId: makeId, queryParam: { Project: "shop" }, maxBatchSize: 10 });
    const offered = runs
      .flatMap(({ job }) => job ?? [])
      .findLast(({ status, clientId }) => status === "Dispatched" && clientId === undefined);
    if (offered) this.#try("AcknowledgeJob", { jobId: offered.id, nonce: String(offered.nonce) });
  }

  #try(operation: string, body: object): void {
    errorCode(() => execute(this.world, this.ctx, operation, body));
  }

  /** Sends a body, signed, as that operation's input. */
  async send(operation: string, body: Buffer): Promise<WireAnswer> {
    const target = `CodePipeline_20150709.${operation}`;
    const headers = await signedRequest(this.#url, { target, body, keys: keysOf(this.ctx.account) });
    return new Promise((resolve, reject) => {
      const sent = request(this.#url, { method: "POST", headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const { statusCode = 0, headers: answered } = response;
          const whole = Buffer.concat(chunks);
          const problems = problemsOf(operation, statusCode, answered, whole);
          resolve({ status: statusCode, body: whole, problems });
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString());
    return true;
  } catch {
    return body.length === 0;
  }
}

function problemsOf(
  operation: string,
  statusCode: number,
  headers: Record<string, unknown>,
  body: Buffer,
): string[] {
  const isFailure = statusCode >= 500 || body.includes('"InternalFailure"');
  return [
    ...(isFailure ? [`it answered ${statusCode} ${body.toString().slice(0, 200)}`] : []),
    ...(isJson(body) ? [] : ["the answer is not JSON"]),
    ...wireProblems(operation, { statusCode, headers }, body),
  ];
}
