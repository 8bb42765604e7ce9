import type { ExecutionMode } from "../engine/declaration";
import { day } from "../engine/duration";
import type { Pipeline } from "../engine/record";
import { SmallWorld, worldStart } from "../operations/testing/small-world";
import { ApprovalAnswers } from "./approval-answers";
import { Chronicle } from "./chronicle";
import { allInvariants } from "./invariants/all-invariants";
import type { Watch, Watched } from "./invariants/invariant";
import { PageWalks } from "./page-walks";
import { QueueReader } from "./queue-reader";
import { WebhookCallers } from "./webhook-callers";
import { Workers } from "./workers";

/** Longer than the longest life of a row of executions, each waiting for its approvals. */
const longTimeMs = 2000 * day;

/** A world in which random moves are played, with everything that watches it. */
export class LiveWorld implements Watched {
  readonly small: SmallWorld;
  readonly chronicle: Chronicle;
  readonly pages: PageWalks;
  readonly approvals: ApprovalAnswers;
  readonly workers: Workers;
  readonly webhooks: WebhookCallers;
  readonly queue: QueueReader;
  readonly #watches: Array<{ title: string; watch: Watch }>;
  /** What an event broke, until the move is over: nothing may be thrown into the engine. */
  #broken: string | undefined;
  #looked = 0;

  constructor(seed: number) {
    this.small = new SmallWorld({ seed });
    this.chronicle = new Chronicle((pipeline, version) => this.#modeOf(pipeline, version));
    this.pages = new PageWalks(this.small);
    this.approvals = new ApprovalAnswers(this.small);
    this.workers = new Workers(this.small, this.chronicle);
    this.workers.setType(true);
    this.webhooks = new WebhookCallers(this.small, this.chronicle);
    this.#watches = allInvariants.map(({ title, watch }) => ({ title, watch: watch(this) }));
    this.queue = new QueueReader(this.small, seed, (event) => {
      const told = this.chronicle.take(event);
      for (const { title, watch } of this.#watches) this.note(title, watch.sees?.(told));
    });
  }

  records(pipeline: string): Pipeline | undefined {
    return this.small.world.region(this.small.ctx.account, this.small.ctx.region).pipeline(pipeline);
  }

  #modeOf(pipeline: string, version: number): ExecutionMode {
    return this.records(pipeline)?.versions[version - 1]?.executionMode ?? "SUPERSEDED";
  }

  /** Notes that an invariant is broken, unless another one was before. */
  note(title: string, problem: string | undefined): void {
    if (problem !== undefined) this.#broken ??= `${title}: ${problem}`;
  }

  #lookAll(): void {
    for (const { title, watch } of this.#watches) {
      if (this.#broken === undefined) this.note(title, watch.looks?.());
    }
  }

  /** Throws when an invariant is broken. Now and then the answers looked at are checked against AWS's model too. */
  check(): void {
    this.#looked += 1;
    if (this.#looked % 20 === 0) this.#lookAll();
    else this.small.unchecked(() => this.#lookAll());
    this.#report();
  }

  #report(): void {
    if (this.#broken !== undefined) throw new Error(this.#broken);
  }

  /** Lets time pass from event to event. In a world that is a year old nothing is a day long any more, as lists forget. */
  pass(ms: number): void {
    const { world } = this.small;
    const isOld = world.now - worldStart > 250 * day;
    const until = world.now + (isOld ? Math.min(ms, 1000) : ms);
    while (world.now < until || (world.nextEventAt() ?? until + 1) <= until) {
      world.advanceTo(Math.min(until, world.nextEventAt() ?? until, world.now + day));
      this.queue.tick();
    }
  }

  /** Reads everything to its end, opens everything, stops what waits for good, and lets a long time pass. */
  finish(): void {
    this.note("pages", this.pages.finish());
    this.note("queue", this.queue.finish());
    this.small.unchecked(() => {
      for (const { title, watch } of this.#watches) this.note(title, watch.looksBack?.());
    });
    this.check();
    for (const pipelineName of this.chronicle.pipelines.keys()) this.#open(pipelineName);
    this.small.pass(longTimeMs);
    for (const { title, watch } of this.#watches) this.note(title, watch.ends?.());
    this.#report();
  }

  #open(pipelineName: string): void {
    for (const { stageName } of this.small.stages(pipelineName))
      this.small.ask("EnableStageTransition", { pipelineName, stageName, transitionType: "Inbound" });
    for (const gate of this.records(pipelineName)?.gates.values() ?? []) {
      const stale = gate.waiters.filter((waiter) => waiter.stale && waiter.execution.status === "InProgress");
      for (const { execution } of stale)
        this.small.ask("StopPipelineExecution", { pipelineName, pipelineExecutionId: execution.id });
    }
  }
}
