import "server-only";
import type { PipelineChange } from "@/lib/domain/live-change";
import { monotonic } from "../clock";
import { log } from "../log";
import { forgetTargets } from "../store/forget-targets";
import { CHANGES_CHANNEL, forgetGone, toNotice } from "../store/pipeline-snapshots";
import { StoreSession } from "../store/store-session";
import { BEATS_CHANNEL, beatTargets, readTargetWatches, type StoredWatch } from "../store/target-watches";
import { renewOne } from "./stored-pipelines";
import { TargetReplica } from "./target-replica";
import type { TargetWatch } from "./target-watch";
import { ANSWERS_CHANNEL, toWish, WISHES_CHANNEL, type Wish, Wishes } from "./wishes";

/** How often a process says that it watches, and tries to watch what nobody does. */
const TURN_MS = 2000;
/** How often a process looks whether a target it watches is fresh in another way than it last said. */
const LOOK_MS = 500;
/** A holder silent this long is ended, though its connection is there: its process does not act any more. */
const DEAD_MS = 15_000;
const WRITTEN_WITHIN_MS = 5000;
/** How often what is gone is forgotten. */
const TIDY_MS = 3_600_000;
/** Tells those who watch that somebody looks at another process. */
const VIEWERS_CHANNEL = "pipedeck_viewers";
/** Viewers of another process count this long. */
const VIEWERS_MS = 5 * TURN_MS;
const CHANNELS = [CHANGES_CHANNEL, BEATS_CHANNEL, WISHES_CHANNEL, ANSWERS_CHANNEL, VIEWERS_CHANNEL];

/**
 * This process among those that share a database: of every target, one of them watches and writes, the others follow.
 * Who does is decided by an advisory lock of the store; what anybody finds reaches all.
 */
export class Replicas {
  readonly #targets = new Map<string, TargetReplica>();
  readonly #session: StoreSession;
  readonly #wishes: Wishes;
  readonly #publish: (changes: PipelineChange[]) => void;
  /** Targets whose lock this session has. */
  readonly #locked = new Set<string>();
  /** Who held a target and was silent. */
  readonly #silent = new Map<string, string | null>();
  /** Say whether somebody looks at a target in this process. */
  readonly #hasViewers: Array<() => boolean> = [];
  /** When another process last said that somebody looks. */
  #viewersMono = Number.NEGATIVE_INFINITY;
  #turnedMono = Number.NEGATIVE_INFINITY;
  #tidiedMono = Number.NEGATIVE_INFINITY;
  #holder: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #turning: Promise<void> | null = null;

  /**
   * @param publish hears of every change, once it is in the store
   */
  constructor(publish: (changes: PipelineChange[]) => void) {
    this.#publish = publish;
    this.#session = new StoreSession(CHANNELS, {
      up: (holder) => this.#up(holder),
      down: () => this.#down(),
      notified: (channel, payload) => this.#notified(channel, payload),
    });
    this.#wishes = new Wishes((channel, payload) => this.#session.notify(channel, payload));
  }

  /** Takes part from now on; nothing waits for the store. */
  start(): void {
    this.#session.start();
    this.#timer = setInterval(() => {
      if (monotonic() - this.#turnedMono >= TURN_MS || this.#isNews()) void this.#turn();
    }, LOOK_MS);
    this.#timer.unref();
  }

  /** Takes part with one more target. */
  add(watch: TargetWatch): void {
    const isConnected = watch.isConnected;
    watch.isConnected = () => isConnected() || monotonic() - this.#viewersMono < VIEWERS_MS;
    const replica: TargetReplica = new TargetReplica(watch, this.#publish, {
      look: (name) => this.#quietly(this.#wish(replica, name, "look")),
      hint: (name) => this.#quietly(this.#wishes.hint(replica.id, name)),
      readNow: (name) => this.#wish(replica, name, "read"),
    });
    this.#targets.set(replica.id, replica);
    this.#hasViewers.push(() => isConnected() || watch.wasAskedLately);
    this.#quietly(this.#turn());
  }

  /** Lets go of every target, so that another process can have it at once. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const held = [...this.#targets.values()].filter(({ isHeld }) => isHeld);
    await Promise.all(held.map((replica) => replica.written(1000)));
    await this.#session.stop();
  }

  #up(holder: string): void {
    this.#holder = holder;
    this.#turnedMono = Number.NEGATIVE_INFINITY;
    void this.#turn();
  }

  #down(): void {
    this.#holder = null;
    this.#locked.clear();
    for (const replica of this.#targets.values()) replica.lose();
  }

  /** One turn at a time: load what is new, take what is free, say what is held, and look after the others. */
  #turn(): Promise<void> {
    this.#turning ??= this.#takeTurn()
      .catch((error: unknown) => log.warn({ err: error }, "a turn of watching failed"))
      .finally(() => {
        this.#turning = null;
      });
    return this.#turning;
  }

  #isNews(): boolean {
    return [...this.#targets.values()].some((replica) => replica.isHeld && replica.isNews());
  }

  async #takeTurn(): Promise<void> {
    this.#turnedMono = monotonic();
    const holder = this.#holder;
    if (holder === null) return;
    await this.#standings();
    const free = [...this.#targets.keys()].filter((id) => !this.#locked.has(id));
    for (const id of await this.#session.tryLocks(free)) this.#locked.add(id);
    const taken = [...this.#targets.values()].filter(({ id, isHeld }) => this.#locked.has(id) && !isHeld);
    await Promise.all(taken.map((replica) => this.#hold(replica, holder)));
    await this.#beat(holder);
    const follows = [...this.#targets.values()].some(({ isHeld }) => !isHeld);
    if (follows && this.#hasViewers.some((hasViewers) => hasViewers()))
      await this.#session.notify(VIEWERS_CHANNEL, holder);
    if (monotonic() - this.#tidiedMono < TIDY_MS) return;
    this.#tidiedMono = monotonic();
    // No turn waits for it.
    this.#quietly(this.#tidy(holder));
  }

  /** Forgets pipelines that vanished, and targets that are gone. */
  async #tidy(holder: string): Promise<void> {
    for (const { id, isHeld } of this.#targets.values()) if (isHeld) await forgetGone(id, holder);
    await forgetTargets([...this.#targets.keys()], () => this.#holder === holder);
  }

  /** One that cannot be taken now is tried again with the next turn. */
  async #hold(replica: TargetReplica, holder: string): Promise<void> {
    try {
      await replica.hold(holder, () => this.#holder === holder);
    } catch (error) {
      log.warn({ err: error, target: replica.id }, "the target is not watched yet");
    }
  }

  async #beat(holder: string): Promise<void> {
    const held = [...this.#targets.values()].filter(({ isHeld }) => isHeld);
    if (held.length === 0) return;
    const still = await beatTargets(
      holder,
      held.map((replica) => replica.beat()),
    );
    for (const replica of held) {
      if (still.includes(replica.id) || this.#holder !== holder) continue;
      log.warn({ target: replica.id }, "another process watches the target");
      replica.lose();
      this.#locked.delete(replica.id);
    }
  }

  /** How the targets stand that others watch. */
  async #standings(): Promise<void> {
    const others = [...this.#targets.values()].filter(({ isHeld }) => !isHeld);
    if (others.length === 0) return;
    const known = new Map((await readTargetWatches()).map((stored) => [stored.target, stored]));
    await Promise.all(others.map((replica) => this.#standing(replica, known.get(replica.id))));
  }

  async #standing(replica: TargetReplica, stored: StoredWatch | undefined): Promise<void> {
    if (!stored) return;
    if (stored.version > replica.watch.records.version) await replica.load(stored);
    else replica.tell(stored);
    await this.#endDead(replica.id, stored);
  }

  /** Ends a holder that was silent at the last look, too: a new one takes the lock first, and then says who it is. */
  async #endDead(target: string, { holder, silentMs }: StoredWatch): Promise<void> {
    const isSilent = silentMs !== null && silentMs > DEAD_MS && !this.#locked.has(target);
    const wasSilent = this.#silent.get(target) === holder;
    if (!isSilent) this.#silent.delete(target);
    else if (wasSilent) this.#quietly(this.#session.endHolder(target));
    else this.#silent.set(target, holder);
  }

  #notified(channel: string, payload: string): void {
    if (channel === ANSWERS_CHANNEL) this.#wishes.heard(payload);
    else if (channel === VIEWERS_CHANNEL && payload !== this.#holder) this.#viewersMono = monotonic();
    else if (channel === BEATS_CHANNEL) {
      if (payload !== this.#holder) this.#quietly(this.#standings());
    } else if (channel === CHANGES_CHANNEL) {
      const notice = toNotice(payload);
      if (notice && notice.holder !== this.#holder) this.#quietly(this.#targets.get(notice.target)?.follow());
    } else if (channel === WISHES_CHANNEL) {
      const wish = toWish(payload);
      if (wish) this.#quietly(this.#fulfil(wish));
    }
  }

  /** What another process read comes by way of the store, and when it was read with the answer. */
  async #wish(replica: TargetReplica, pipeline: string, kind: "look" | "read"): Promise<void> {
    const readAtMs = await this.#wishes.ask(replica.id, pipeline, kind);
    if (readAtMs === null) return;
    await replica.follow();
    const record = replica.watch.records.get(pipeline);
    if (record) renewOne(record, readAtMs);
  }

  async #fulfil(wish: Wish): Promise<void> {
    const replica = this.#targets.get(wish.target);
    if (!replica?.isHeld) return;
    const { watch } = replica;
    if (wish.kind === "hint") return watch.hint(wish.pipeline);
    await (wish.kind === "read" ? watch.readNow(wish.pipeline) : watch.state(wish.pipeline)).catch(
      () => undefined,
    );
    await replica.written(WRITTEN_WITHIN_MS);
    const record = watch.records.get(wish.pipeline);
    await this.#wishes.answer({
      id: wish.id,
      readAtMs: record?.trouble ? null : (record?.readAt?.ms ?? null),
    });
  }

  /** What fails now is made good by the next turn. */
  #quietly(work: Promise<unknown> | undefined): void {
    work?.catch((error: unknown) => log.warn({ err: error }, "watching is behind until the next turn"));
  }
}
