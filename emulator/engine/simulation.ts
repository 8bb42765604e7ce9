import { PartnerTypes } from "./action-types/partner-types";
import { type Changing, type Due, DueQueue } from "./due-queue";
import { EventLog } from "./event-log";
import { JobBook } from "./jobs/job-book";
import { namedRandom } from "./named-random";
import { OutcomeBook } from "./outcome-book";
import { Random } from "./random";
import { RegionRecords } from "./region-records";
import type { WebhooksByToken } from "./webhooks/webhooks";

/** Points where AWS's behaviour is not known; each is set to the likelier answer. */
export interface Choices {
  /** A stage that is entered again still shows the last run of actions it has not reached yet. */
  keepOldActionStates: boolean;
  /** `STANDARD` is sent as the type of executions that are not rollbacks. */
  sendStandardType: boolean;
}

/** What a world starts from. */
export interface SimulationStart {
  seed: number;
  /** Epoch milliseconds. */
  now: number;
  /** Quota of pipelines per account and region, 1000 unless given. */
  pipelinesPerRegion?: number;
  choices?: Partial<Choices>;
}

/** Clock, chance, due events and records: what every part of the engine works on. */
export class Simulation implements Changing {
  readonly seed: number;
  readonly random: Random;
  readonly events = new EventLog();
  readonly outcomes = new OutcomeBook();
  readonly pipelinesPerRegion: number;
  readonly choices: Choices;
  readonly webhooksByToken: WebhooksByToken = new Map();
  /** How often something happened that may have changed any pipeline; each counts what changed itself alone. */
  changes = 0;
  #now: number;
  #queue = new DueQueue();
  #regions = new Map<string, RegionRecords>();
  /** By region. */
  #partners = new Map<string, { partners: PartnerTypes; partnerJobs: JobBook }>();
  #chances = new Map<string, Random>();

  constructor(start: SimulationStart) {
    this.seed = start.seed;
    this.random = new Random(start.seed);
    this.pipelinesPerRegion = start.pipelinesPerRegion ?? 1000;
    this.choices = { keepOldActionStates: false, sendStandardType: false, ...start.choices };
    this.#now = start.now;
  }

  /** Epoch milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** Lets everything due until `instant` (epoch ms) happen in order, then moves there; an earlier instant changes nothing. */
  advanceTo(instant: number): void {
    for (let due = this.#queue.take(instant); due; due = this.#queue.take(instant)) {
      this.#now = Math.max(this.#now, due.at);
      const run = due.run;
      due.run = undefined;
      (due.subject ?? this).changes += 1;
      run?.();
    }
    this.#now = Math.max(this.#now, instant);
  }

  /** Epoch milliseconds of the next thing that happens by itself; undefined when nothing is due. */
  nextEventAt(): number | undefined {
    return this.#queue.peek()?.at;
  }

  /** Lets `run` happen at `instant` (epoch ms), after everything already due then; it changes nothing but `subject` if that is given. */
  schedule(instant: number, run: () => void, subject?: Changing): Due {
    return this.#queue.add(Math.max(instant, this.#now), run, subject);
  }

  cancel(due: Due): void {
    this.#queue.cancel(due);
  }

  /**
   * Chance of the pipelines of one name in one place, from the seed: others do not change what it gives, and one that
   * is created again does not repeat the ids of its predecessor.
   */
  chanceOf({ account, region }: { account: string; region: string }, name: string): Random {
    const key = `${account} ${region} ${name}`;
    const known = this.#chances.get(key);
    if (known) return known;
    const fresh = namedRandom(this.seed, account, region, name);
    this.#chances.set(key, fresh);
    return fresh;
  }

  /** Records of one account in one region; every account and region exists. */
  region(account: string, region: string): RegionRecords {
    const key = `${account} ${region}`;
    const known = this.#regions.get(key);
    if (known) return known;
    const fresh = new RegionRecords(account, region, {
      ...this.#partnersOf(region),
      webhooksByToken: this.webhooksByToken,
    });
    this.#regions.set(key, fresh);
    return fresh;
  }

  /** Records of a place where something was done or looked for before; looking here leaves nothing behind. */
  knownRegion(account: string, region: string): RegionRecords | undefined {
    return this.#regions.get(`${account} ${region}`);
  }

  #partnersOf(region: string): { partners: PartnerTypes; partnerJobs: JobBook } {
    const known = this.#partners.get(region);
    if (known) return known;
    const fresh = { partners: new PartnerTypes(), partnerJobs: new JobBook() };
    this.#partners.set(region, fresh);
    return fresh;
  }
}
