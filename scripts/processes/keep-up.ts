import { setTimeout as delay } from "node:timers/promises";
import { WordedError } from "./worded-error";

/** Starts within this time that are too many: what ends this often will end again. */
const limits = { starts: 5, withinMs: 60_000, firstWaitMs: 250 };

/** Something that runs; `ended` settles with words such as `ended with code 1` when it does not any more. */
export type Running = { ended: Promise<string>; lastLines?(): string[]; stop(): Promise<void> };

/** What is started again when it ends. */
export type Kept = {
  /** Rejects when it is given up; never resolves. */
  failed: Promise<never>;
  /** Ends it for good. */
  stop(): Promise<void>;
};

/**
 * Starts again what ended without being asked to: at once, then with doubling waits, and gives up after the fifth
 * start within a minute. What ended with code 0 was asked by somebody, so it stays ended and counts as given up.
 */
export function keepUp(label: string, first: Running, again: () => Running | Promise<Running>): Kept {
  let current: Running | undefined = first;
  let starting: Promise<void> | undefined;
  let stopping = false;
  const starts: number[] = [];

  async function keep(): Promise<never> {
    for (;;) {
      const how = current ? await current.ended : "could not be started";
      if (stopping) return await never();
      const tail = lastLines(current);
      if (how === "ended with code 0") throw new WordedError(`${label} ${how}.${tail}`);
      const now = performance.now();
      const recent = starts.filter((at) => now - at < limits.withinMs).length;
      if (recent >= limits.starts)
        throw new WordedError(`${label} ${how}, ${recent} times in a minute.${tail}`);
      starts.push(now);
      console.error(`${label} ${how}. Starting it again.${tail}`);
      if (recent > 0) await delay(limits.firstWaitMs * 2 ** (recent - 1));
      if (stopping) return await never();
      current = undefined;
      starting = start();
      await starting;
    }
  }

  async function start(): Promise<void> {
    try {
      current = await again();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }

  const failed = keep();
  failed.catch(() => undefined);
  return {
    failed,
    stop: async () => {
      stopping = true;
      await starting;
      await current?.stop();
    },
  };
}

function lastLines(ended: Running | undefined): string {
  const lines = ended?.lastLines?.() ?? [];
  return lines.length === 0 ? "" : [" Its last lines:", ...lines.map((line) => `  ${line}`)].join("\n");
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
