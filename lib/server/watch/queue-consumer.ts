import "server-only";
import type { EventQueue, QueueMessage } from "../aws/event-queue";
import { monotonic, now } from "../clock";
import { type AwsFailure, classify } from "../codepipeline/aws-failure";
import { type PipelineEvent, toPipelineEvent } from "../codepipeline/to-pipeline-event";
import { log } from "../log";
import { random } from "../random";
import { Signal } from "./signal";
import { type Trouble, worsened } from "./trouble";

/** Events whose ids are remembered, so that a second delivery causes no second read. */
const MOST_REMEMBERED = 10_000;
/** Far less than messages stay hidden from other readers. */
const FORGET_AFTER_MS = 200;
const FORGET_MS = 1500;

/** How a queue is doing. Instants in epoch milliseconds. */
export interface QueueHealth {
  /** When SQS last answered; null before its first answer. */
  answeredAtMs: number | null;
  /** The same on the monotonic clock. */
  answeredMono: number;
  /** When the newest event received happened; null before the first. */
  newestEventAtMs: number | null;
  /** From an event happening to its being received, of the newest; whole seconds at EventBridge. */
  lagMs: number | null;
  events: number;
  /** Deliveries of an event that had come before. */
  repeated: number;
  /** Messages that were no event of CodePipeline. */
  unreadable: number;
  /** Why it cannot be read. */
  trouble: Trouble | null;
  /** Why what was received cannot be deleted, so that it comes again and again. */
  notDeleted: Trouble | null;
}

/**
 * Reads one queue of EventBridge events for as long as the server runs, each message once. An event only says where to
 * look: what it says about a state is never believed without a read.
 */
export class QueueConsumer {
  readonly #stopping = new AbortController();
  readonly #stopped = new Signal();
  readonly #seen = new Set<string>();
  readonly #health: QueueHealth = {
    answeredAtMs: null,
    answeredMono: Number.NEGATIVE_INFINITY,
    newestEventAtMs: null,
    lagMs: null,
    events: 0,
    repeated: 0,
    unreadable: 0,
    trouble: null,
    notDeleted: null,
  };
  #running: Promise<void> | null = null;
  readonly #forgetting = new Set<Promise<void>>();

  /**
   * @param deliver told of each event once, as soon as it comes; must not throw
   */
  constructor(
    private readonly queue: EventQueue,
    private readonly deliver: (event: PipelineEvent) => void,
  ) {}

  get health(): Readonly<QueueHealth> {
    return this.#health;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is being received any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#stopped.notify();
    await this.#running;
    await Promise.all(this.#forgetting);
    this.queue.close();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#receiveOnce(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#failed("trouble", classify(error, "ReceiveMessage"));
      }
      const waitMs = (this.#health.trouble?.nextTryMono ?? 0) - monotonic();
      if (waitMs > 0) await this.#stopped.wait(waitMs);
    }
  }

  async #receiveOnce(signal: AbortSignal): Promise<void> {
    const messages = await this.queue.receive(signal);
    this.#health.answeredAtMs = now();
    this.#health.answeredMono = monotonic();
    this.#health.trouble = null;
    for (const { body } of messages) this.#take(body);
    if (messages.length > 0) this.#forget(messages);
  }

  /**
   * A moment later, since what was told of is read first, and while the next are received. Who stops lets it end, so that
   * these do not come again.
   */
  #forget(messages: readonly QueueMessage[]): void {
    const forget = async () => {
      await this.#stopped.wait(this.#stopping.signal.aborted ? 0 : FORGET_AFTER_MS);
      await this.queue.forget(messages, AbortSignal.timeout(FORGET_MS));
      this.#health.notDeleted = null;
    };
    const work = forget().catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) this.#failed("notDeleted", classify(error, "DeleteMessageBatch"));
    });
    this.#forgetting.add(work);
    void work.finally(() => this.#forgetting.delete(work));
  }

  #take(body: string): void {
    const event = toPipelineEvent(body);
    if (event === null) {
      this.#health.unreadable += 1;
      log.debug({ queue: this.queue.url }, "a message is no event of CodePipeline");
      return;
    }
    if (this.#seen.has(event.id)) {
      this.#health.repeated += 1;
      return;
    }
    this.#seen.add(event.id);
    for (const oldest of this.#seen) {
      if (this.#seen.size <= MOST_REMEMBERED) break;
      this.#seen.delete(oldest);
    }
    this.#health.events += 1;
    if (event.atMs >= (this.#health.newestEventAtMs ?? 0)) {
      this.#health.newestEventAtMs = event.atMs;
      this.#health.lagMs = Math.max(0, now() - event.atMs);
    }
    this.deliver(event);
  }

  #failed(what: "trouble" | "notDeleted", failure: AwsFailure): void {
    const before = this.#health[what];
    this.#health[what] = worsened(before, failure, { nowMs: now(), mono: monotonic(), random: random() });
    const words = what === "trouble" ? "cannot be read" : "keeps what was read";
    if (before?.failure.code !== failure.code)
      log.warn({ queue: this.queue.url, code: failure.code }, `the event queue ${words}`);
  }
}
