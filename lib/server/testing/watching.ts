import "server-only";
import type { TargetConfig } from "../config/config";
import { TargetWatch } from "../watch/target-watch";
import type { EmulatorProcess } from "./emulator-process";
import { giveAmpleBudget } from "./give-ample-budget";

/** Account of the demo world that has most of its pipelines. */
export const ACCOUNT = "444455556666";

/** Watches of one emulator, each with a target of its own, so that nothing is known yet and no credentials are left. */
export class Watching {
  readonly #watches: TargetWatch[] = [];

  constructor(private readonly emulator: EmulatorProcess) {}

  watchOf(facts: Partial<TargetConfig> = {}, queueAnsweredMono?: () => number): TargetWatch {
    const target = {
      id: `t-${Math.round(performance.now() * 1000)}`,
      name: "Test",
      account: ACCOUNT,
      region: "eu-west-1",
      endpoint: this.emulator.url,
      roleArn: `arn:aws:iam::${facts.account ?? ACCOUNT}:role/pipedeck-read`,
      requestsPerSecond: 100,
      timeoutMs: 5000,
      include: [],
      exclude: [],
      ...facts,
    };
    giveAmpleBudget(target);
    const watch = new TargetWatch(target, queueAnsweredMono);
    this.#watches.push(watch);
    watch.start();
    return watch;
  }

  /** A watch that has read everything once. */
  async settled(facts: Partial<TargetConfig> = {}): Promise<TargetWatch> {
    const watch = this.watchOf(facts);
    await watch.settled(15_000);
    return watch;
  }

  /** Requests that `work` makes, by operation. */
  async cost(work: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = await this.emulator.requests();
    await work();
    const after = await this.emulator.requests();
    const made = Object.entries(after).map(
      ([operation, count]) => [operation, count - (before[operation] ?? 0)] as const,
    );
    return Object.fromEntries(made.filter(([, count]) => count > 0));
  }

  /** Ends all that they read. */
  async rest(): Promise<void> {
    await Promise.all(this.#watches.splice(0).map((watch) => watch.stop()));
  }
}
