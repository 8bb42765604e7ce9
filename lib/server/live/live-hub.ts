import "server-only";
import type { LiveBye } from "@/lib/contract/live";
import type { Freshness } from "@/lib/domain/freshness";
import type { PipelineChange } from "@/lib/domain/live-change";
import type { Receipt } from "@/lib/domain/receipt";
import { sameJson } from "@/lib/domain/same-json";
import type { Viewer } from "@/lib/domain/viewer";
import { followClock, monotonic, nowInstant } from "../clock";
import { ApiError } from "../errors";
import { log } from "../log";
import { encodeMessages, RETRY } from "./encode-message";
import type { LiveSource, TargetStanding } from "./live-source";
import { type LiveListener, LiveStream } from "./live-stream";
import { beat, opening } from "./opening";

/** A session that cannot be looked up, as while the database is away, keeps its streams this long. */
const UNCONFIRMED_MS = 60_000;

/** Streams of one session: more than a person has windows, where each page of a browser needs one of its own. */
const MOST_OF_SESSION = 20;

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

  /**
   * The body of a new stream. `since` is a cursor from where it resumes, `gone` tells when whoever asked for it has hung up,
   * which may have been before it was open: nobody would read it then, and nobody would cancel it. Throws `live.too-many`.
   */
  open(
    ports: LivePorts,
    who: LiveListener,
    since: string | undefined,
    gone?: AbortSignal,
  ): ReadableStream<Uint8Array> {
    this.#ports = ports;
    this.#requireRoom(who.sessionId);
    const stream = new LiveStream(who, monotonic(), (ended) => this.#ended(ended));
    stream.send(RETRY);
    if (this.#stopped) {
      stream.close(bye("stopping"));
      return stream.body;
    }
    stream.send(opening(ports.source, who, since, nowInstant()));
    if (gone?.aborted) {
      stream.end();
      return stream.body;
    }
    gone?.addEventListener("abort", () => stream.end(), { once: true });
    this.#streams.add(stream);
    this.#start(ports.source);
    return stream.body;
  }

  /** Tells everybody what they may see of it, in one piece. Of each target in the order of versions. */
  publish(changes: readonly PipelineChange[]): void {
    if (changes.length === 0 || this.#streams.size === 0) return;
    const whole = encodeChanges(changes);
    this.#sendEach((viewer) => {
      if (viewer.seesAll) return whole;
      const seen = changes.filter(({ target, name }) => viewer.sees(target, name));
      if (seen.length === 0) return null;
      return seen.length === changes.length ? whole : encodeChanges(seen);
    });
  }

  /** Tells everybody who may see its pipeline how far a press has come. */
  publishReceipt(receipt: Receipt): void {
    if (this.#streams.size === 0) return;
    const bytes = encodeMessages([{ event: "receipt", data: receipt }]);
    this.#sendEach((viewer) => (viewer.sees(receipt.target, receipt.pipeline) ? bytes : null));
  }

  /** Ends the streams of a session that was signed out. */
  closeSession(sessionId: string): void {
    for (const stream of this.#streams)
      if (stream.who.sessionId === sessionId) stream.close(bye("signed-out"));
  }

  /** Ends every stream, and every one that is opened later. */
  stop(): void {
    this.#stopped = true;
    const bytes = bye("stopping");
    for (const stream of this.#streams) stream.close(bytes);
  }

  /** The ones that are open stay: closed for a new one, they would come back and close others in turn. */
  #requireRoom(sessionId: string): void {
    let open = 0;
    for (const stream of this.#streams) if (stream.who.sessionId === sessionId) open += 1;
    if (open < MOST_OF_SESSION) return;
    throw new ApiError(
      "live.too-many",
      `At most ${MOST_OF_SESSION} streams of one sign-in are open at a time.`,
      {
        retryAfterSeconds: 15,
      },
    );
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
    const now = nowInstant();
    this.#sendEach((viewer) => encodeMessages([beat(source.seen(viewer, standings), now, due)]));
    if (!due) return;
    this.#beatMono = monotonic();
    await this.#dismiss(stillSignedIn);
  }

  /** Ends streams of sessions that no longer stand. */
  async #dismiss(stillSignedIn: LivePorts["stillSignedIn"]): Promise<void> {
    const asked = [...this.#streams];
    const standing = await stillSignedIn([...new Set(asked.map(({ who }) => who.sessionId))]).catch(
      (error: unknown) => {
        log.warn({ err: error }, "sessions of live streams not looked up");
        return null;
      },
    );
    for (const stream of asked) {
      if (standing?.has(stream.who.sessionId)) stream.confirmedMono = monotonic();
      else if (standing) stream.close(bye("signed-out"));
      else if (monotonic() - stream.confirmedMono > UNCONFIRMED_MS) stream.cut();
    }
  }

  /** The bytes are made once for all whom the same rules show the same. */
  #sendEach(make: (viewer: Viewer) => Buffer | null): void {
    const made = new Map<Viewer, Buffer | null>();
    for (const stream of this.#streams) {
      const { viewer } = stream.who;
      const known = made.get(viewer);
      const bytes = known === undefined ? make(viewer) : known;
      made.set(viewer, bytes);
      if (bytes !== null) stream.send(bytes);
    }
  }
}

function encodeChanges(changes: readonly PipelineChange[]): Buffer {
  return encodeMessages(changes.map((data) => ({ event: "change", data })));
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
