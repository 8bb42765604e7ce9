import type { World } from "../engine/world";
import { RenderedStates } from "../operations/rendered-states";
import { buildWorld } from "../worlds/build-world";
import type { BuiltWorld } from "../worlds/built-world";
import { Credentials } from "./credentials";
import { EmulatedClock } from "./emulated-clock";
import type { EmulatorOptions, WorldName } from "./emulator-options";
import { Faults } from "./faults";
import { Journal } from "./journal";
import { RequestCounts } from "./request-counts";
import { RequestIds } from "./request-ids";
import { EventFaults } from "./sqs/event-faults";
import { EventQueues } from "./sqs/event-queues";
import { TokenBuckets } from "./token-bucket";
import { wallNow } from "./wall-clock";

/** What a reset may change; what is absent stays as it was. `now` is epoch milliseconds. */
export type ResetRequest = Partial<
  Pick<EmulatorOptions, "world" | "seed" | "now" | "pipelines" | "executions">
>;

/** Everything one emulator is made of: the world, its clock, and what the door keeps. */
export class Emulator {
  readonly clock: EmulatedClock;
  readonly credentials: Credentials;
  readonly buckets: TokenBuckets | undefined;
  requestIds: RequestIds;
  journal = new Journal();
  counts = new RequestCounts();
  faults: Faults;
  eventFaults: EventFaults;
  queues: EventQueues;
  states = new RenderedStates();
  private built: BuiltWorld;
  private readonly options: EmulatorOptions;
  private made: Pick<EmulatorOptions, "world" | "seed" | "pipelines" | "executions">;

  constructor(options: EmulatorOptions) {
    this.options = options;
    this.made = options;
    this.credentials = new Credentials(options.seed);
    this.requestIds = new RequestIds(options.seed);
    this.faults = new Faults(options.seed);
    this.eventFaults = new EventFaults(options.seed);
    const { rate } = options;
    this.buckets =
      rate === undefined ? undefined : new TokenBuckets(rate, options.burst ?? Math.ceil(2 * rate));
    const startAt = options.now ?? wallNow();
    this.clock = new EmulatedClock(options.clock, options.speed, startAt);
    this.built = this.make(startAt, options.now);
    this.queues = this.freshQueues();
  }

  get worldName(): WorldName {
    return this.made.world;
  }

  get seed(): number {
    return this.made.seed;
  }

  /** The world after everything due until now has happened. */
  worldAtNow(): World {
    this.advance(this.clock.now());
    return this.built.world;
  }

  /** Moves emulated time to `instant` (epoch ms); everything due in between happens, in order. */
  moveTo(instant: number): void {
    this.advance(instant);
    this.clock.set(instant);
    this.queues.wake();
  }

  /** Emulated time runs at another speed; whoever waits for a message looks again. */
  setSpeed(speed: number): void {
    this.clock.setSpeed(speed);
    this.queues.wake();
  }

  private freshQueues(): EventQueues {
    return new EventQueues(this.built.world, this.clock, this.eventFaults);
  }

  private advance(instant: number): void {
    this.built.expectJump(instant);
    this.built.world.advanceTo(instant);
  }

  /** `false` when the account has no request left in the region for now. */
  takeToken(account: string, region: string): boolean {
    return this.buckets?.take(`${account} ${region}`) ?? true;
  }

  /** A fresh world, nothing counted, request ids from the start, no faults, no outcomes; clock mode, speed and credentials stay. */
  reset(request: ResetRequest): void {
    this.made = { ...this.made, ...request };
    this.journal = new Journal();
    this.counts = new RequestCounts();
    this.requestIds = new RequestIds(this.made.seed);
    this.faults = new Faults(this.made.seed);
    this.eventFaults = new EventFaults(this.made.seed);
    this.buckets?.refill();
    const fixedNow = request.now ?? this.options.now;
    this.built = this.make(fixedNow ?? wallNow(), fixedNow);
    this.states = new RenderedStates();
    this.queues.close();
    this.queues = this.freshQueues();
  }

  /** Builds the world; unless its `now` was asked for, time has gone on as on the wall when it is ready. */
  private make(startAt: number, fixedNow: number | undefined): BuiltWorld {
    const { world, seed, pipelines, executions } = this.made;
    const { life } = this.options;
    const built = buildWorld(world, { seed, now: startAt, life, pipelines, executions });
    this.clock.set(fixedNow ?? (this.clock.mode === "manual" ? startAt : wallNow()));
    return built;
  }
}
