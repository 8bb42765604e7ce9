import "server-only";
import type { LiveBye } from "@/lib/contract/live";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { Receipt } from "@/lib/domain/receipt";
import { sameJson } from "@/lib/domain/same-json";
import { followClock, monotonic, nowInstant } from "../clock";
import { log } from "../log";
import { encodeMessages, RETRY } from "./encode-message";
import type { LiveSource, TargetStanding } from "./live-source";
import { LiveStream } from "./live-stream";
import { beat, opening } from "./opening";

/** A session that cannot be looked up, as while the database is away, keeps its streams this long. */
const UNCONFIRMED_MS = 60_000;

/** What the hub needs of the house. */
export interface LivePorts {
  source: LiveSource;
  /** Those of these sessions that still stand; asked for all streams at once. Must not count as activity. */
  stillSignedIn: (sessionIds: string[]) => Promise<ReadonlySet<string>>;
}

/** Everybody who is connected. It knows streams and sessions, and nothing of AWS. */
export class LiveHub {
  readonly #streams = new Set<LiveStream>();
  #ports: LivePorts | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #said: readonly TargetStanding[] = [];
  #beatMono = Number.NEGATIVE_INFINITY;
  #stopped = false;

  /**
   * @param beatMs between two heartbeats
   * @param lookMs how often it is looked whether a target is fresh in another way than last said
   */
  constructor(
    private readonly beatMs = 10_000,
    private readonly lookMs = 1000,
  ) {}

  /** How many are connected. */
  get size(): number {
    return this.#streams.size;
  }

  /** The body of a new stream. `since` is a cursor from where it resumes. */
  open(ports: LivePorts, sessionId: string, since: string | undefined): ReadableStream<Uint8Array> {
    this.#ports = ports;
    const stream = new LiveStream(sessionId, monotonic(), (ended) => this.#ended(ended));
    stream.send(RETRY);
    if (this.#stopped) {
      stream.close(bye("stopping"));
      return stream.body;
    }
    stream.send(opening(ports.source, since, nowInstant()));
    this.#streams.add(stream);
    this.#start(ports.source);
    return stream.body;
  }

  /** Tells everybody, in one piece. Of each target in the order of versions. */
  publish(changes: readonly PipelineChange[]): void {
    if (changes.length === 0 || this.#streams.size === 0) return;
    this.#sendAll(encodeMessages(changes.map((data) => ({ event: "change", data }))));
  }

  /** Tells everybody how far a press has come. */
  publishReceipt(receipt: Receipt): void {
    if (this.#streams.size > 0) this.#sendAll(encodeMessages([{ event: "receipt", data: receipt }]));
  }

  /** Ends the streams of a session that was signed out. */
  closeSession(sessionId: string): void {
    for (const stream of this.#streams) if (stream.sessionId === sessionId) stream.close(bye("signed-out"));
  }

  /** Ends every stream, and every one that is opened later. */
  stop(): void {
    this.#stopped = true;
    const bytes = bye("stopping");
    for (const stream of this.#streams) stream.close(bytes);
  }

  #start(source: LiveSource): void {
    if (this.#timer !== undefined) return;
    this.#said = source.standings();
    this.#beatMono = monotonic();
    this.#timer = setInterval(() => {
      this.#look().catch((error: unknown) => log.error({ err: error }, "no heartbeat"));
    }, this.lookMs);
    this.#timer.unref();
  }

  #ended(stream: LiveStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #look(): Promise<void> {
    await followClock();
    if (this.#ports === null || this.#streams.size === 0) return;
    const { source, stillSignedIn } = this.#ports;
    const standings = source.standings();
    const due = monotonic() - this.#beatMono >= this.beatMs;
    if (!due && isSaid(standings, this.#said)) return;
    this.#said = standings;
    this.#sendAll(encodeMessages([beat(standings, nowInstant())]));
    if (!due) return;
    this.#beatMono = monotonic();
    await this.#dismiss(stillSignedIn);
  }

  /** Ends streams of sessions that no longer stand. */
  async #dismiss(stillSignedIn: LivePorts["stillSignedIn"]): Promise<void> {
    const asked = [...this.#streams];
    const standing = await stillSignedIn([...new Set(asked.map(({ sessionId }) => sessionId))]).catch(
      (error: unknown) => {
        log.warn({ err: error }, "sessions of live streams not looked up");
        return null;
      },
    );
    for (const stream of asked) {
      if (standing?.has(stream.sessionId)) stream.confirmedMono = monotonic();
      else if (standing) stream.close(bye("signed-out"));
      else if (monotonic() - stream.confirmedMono > UNCONFIRMED_MS) stream.cut();
    }
  }

  #sendAll(bytes: Buffer): void {
    for (const stream of this.#streams) stream.send(bytes);
  }
}

function bye(reason: LiveBye["reason"]): Buffer {
  return encodeMessages([{ event: "bye", data: { reason } }]);
}

/** Whether every target is as fresh as was said last, apart from its `asOf`, which only grows. */
function isSaid(standings: readonly TargetStanding[], said: readonly TargetStanding[]): boolean {
  return sameJson(standings.map(kindOf), said.map(kindOf));
}

function kindOf({ target, freshness }: TargetStanding): [string, Freshness] {
  return [target, { ...freshness, asOf: "" }];
}
