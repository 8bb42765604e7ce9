import "server-only";
import { objects } from "../codepipeline/lenient";
import type { AwsExecutionSummary } from "../codepipeline/list-pipeline-executions";
import { log } from "../log";
import { keepExecutions, type SeenRow } from "../store/executions";
import { toSeenRow } from "./to-seen-row";

/** Of a list that is read the first time, so many are kept: what is older comes when somebody looks at the history. */
const FIRST_KEPT = 25;
/** Rows of one statement. */
const MOST_AT_ONCE = 500;
/** Rows that wait while the store is away; beyond it the oldest go, and come again with the next read. */
const MOST_WAITING = 20_000;
const RETRY_MS = 5_000;

/** Up to where the executions of a pipeline are kept. */
interface Mark {
  updatedMs: number;
  /** Those changed in that very millisecond, with their status. */
  at: Set<string>;
}

/** Keeps executions in the store as they are seen: what a list says anew since it was last read, a few statements a time. */
export class SeenExecutions {
  readonly #marks = new Map<string, Mark>();
  #waiting: SeenRow[] = [];
  #writing: Promise<void> | null = null;

  constructor(private readonly keep: (rows: readonly SeenRow[]) => Promise<void> = keepExecutions) {}

  /**
   * Notes what a list of executions says. Costs nothing where nothing changed.
   *
   * @param older a page behind the newest one: all of it is kept
   */
  note(
    place: { target: string; pipeline: string },
    listed: readonly AwsExecutionSummary[],
    { older = false }: { older?: boolean } = {},
  ): void {
    const key = JSON.stringify([place.target, place.pipeline]);
    const mark = this.#marks.get(key);
    const all = objects(listed);
    const fresh = older ? all : mark ? all.filter((one) => isNews(one, mark)) : all.slice(0, FIRST_KEPT);
    if (!older) this.#marks.set(key, markOf(all, mark));
    this.keepAll(fresh.flatMap((aws) => toSeenRow(place, aws) ?? []));
  }

  /** Keeps these as they are. */
  keepAll(rows: readonly SeenRow[]): void {
    this.#waiting.push(...rows);
    if (this.#waiting.length > MOST_WAITING) this.#forgetOldest();
    this.#writing ??= this.#write();
  }

  /** Whether all that was noted is in the store. */
  get isWritten(): boolean {
    return this.#waiting.length === 0;
  }

  /** Waits until what was noted so far is in the store, or the store failed once. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    // What is noted in one turn goes together.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.slice(0, MOST_AT_ONCE);
        await this.keep(batch);
        this.#waiting = this.#waiting.slice(batch.length);
      }
    } catch (error) {
      log.warn({ err: error, waiting: this.#waiting.length }, "executions seen are not kept yet");
      setTimeout(() => {
        this.#writing ??= this.#write();
      }, RETRY_MS).unref();
    }
    this.#writing = null;
  }

  #forgetOldest(): void {
    const gone = this.#waiting.splice(0, this.#waiting.length - MOST_WAITING);
    for (const { target, pipeline } of gone) this.#marks.delete(JSON.stringify([target, pipeline]));
  }
}

declare global {
  var pipedeckSeenExecutions: SeenExecutions | undefined;
}

/** The one of this process. */
export function seenExecutions(): SeenExecutions {
  globalThis.pipedeckSeenExecutions ??= new SeenExecutions();
  return globalThis.pipedeckSeenExecutions;
}

function isNews(one: AwsExecutionSummary, mark: Mark): boolean {
  const ms = updatedMsOf(one);
  return ms > mark.updatedMs || (ms === mark.updatedMs && !mark.at.has(nameOf(one)));
}

function markOf(listed: readonly AwsExecutionSummary[], before: Mark | undefined): Mark {
  const newest = listed.reduce((most, one) => Math.max(most, updatedMsOf(one)), before?.updatedMs ?? 0);
  const at = listed.filter((one) => updatedMsOf(one) === newest).map(nameOf);
  return { updatedMs: newest, at: new Set(at) };
}

function nameOf({ pipelineExecutionId, status }: AwsExecutionSummary): string {
  return `${pipelineExecutionId}/${status}`;
}

function updatedMsOf({ lastUpdateTime, startTime }: AwsExecutionSummary): number {
  const date = lastUpdateTime instanceof Date ? lastUpdateTime : startTime;
  const ms = date instanceof Date ? date.getTime() : Number.NaN;
  return Number.isNaN(ms) ? 0 : ms;
}
