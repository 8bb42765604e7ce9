import "server-only";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import { isInFlight } from "@/lib/domain/in-flight";
import { monotonic } from "../clock";
import { ActionRuns } from "../codepipeline/action-runs";
import { getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { instant, text } from "../codepipeline/lenient";
import { listActionExecutions } from "../codepipeline/list-action-executions";
import type { AwsExecutionPage, AwsExecutionSummary } from "../codepipeline/list-pipeline-executions";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { keepExecutions } from "../store/executions";
import { executionsInFlight } from "../store/executions-in-flight";
import { everyPage } from "./every-page";
import { startMsOf } from "./pipeline-history";
import { ranOf } from "./ran-of";

/** How often those that had not ended are looked at: each is a request, or two once it has ended. */
const EVERY_MS = 120_000;
const MOST_IN_FLIGHT = 1000;
/** Where a page says that there are others, they are looked at after so long: many pages come at once. */
const SOON_MS = 2000;
/** One is doubted again after this long at the earliest. */
const DOUBT_EVERY_MS = 15_000;
const MOST_DOUBTS = 1000;
const UNTOLD_MS = 3_600_000;

interface Old {
  pipeline: string;
  execution: UnplacedExecution;
}

/**
 * Executions that go on though more have started since than AWS's newest page holds: no list tells of them, so each is asked
 * for by itself, with requests that nobody else wants.
 */
export class OldExecutions {
  readonly #inFlight = new Map<string, Map<string, UnplacedExecution>>();
  /** Start of the oldest on the newest page of each pipeline; 0 when it holds all there are. */
  readonly #pageFromMs = new Map<string, number>();
  /** What of that page had not ended. */
  readonly #wentOn = new Map<string, string[]>();
  /** Until when what AWS tells nothing of is left alone. */
  readonly #untoldUntilMono = new Map<string, number>();
  readonly #doubtedMono = new Map<string, number>();
  #queue: Old[] = [];
  #dueMono = Number.NEGATIVE_INFINITY;

  constructor(private readonly target: TargetConfig) {}

  /** Begins anew: another process may have looked meanwhile. */
  forget(): void {
    this.#inFlight.clear();
    this.#untoldUntilMono.clear();
    this.#queue = [];
    this.#dueMono = Number.NEGATIVE_INFINITY;
  }

  /** Those of a pipeline that went on when they were last looked at. */
  inFlight(pipeline: string): UnplacedExecution[] {
    return [...(this.#inFlight.get(pipeline)?.values() ?? [])];
  }

  /** The newest page of a pipeline. What went on and is not on it any more is looked at next. */
  heardNewest(pipeline: string, { items, nextToken }: AwsExecutionPage): void {
    const starts = items.map(startMsOf).filter((ms) => ms > 0);
    this.#pageFromMs.set(pipeline, nextToken === undefined ? 0 : Math.min(...starts));
    const ids = new Set(items.map(({ pipelineExecutionId: id }) => id));
    const wentOn = this.#wentOn.get(pipeline);
    if (nextToken !== undefined && (wentOn === undefined || wentOn.some((id) => !ids.has(id)))) this.#soon();
    this.#wentOn.set(pipeline, goingOn(items));
  }

  /** An older page of a pipeline. */
  heardOlder({ items }: AwsExecutionPage): void {
    if (goingOn(items).length > 0) this.#soon();
  }

  /** Has one looked at next, as what is kept of it does not fit what its pipeline says; false when it was a moment ago. */
  doubt(pipeline: string, execution: UnplacedExecution): boolean {
    const doubted = this.#doubtedMono.get(execution.id);
    if (doubted !== undefined && monotonic() - doubted < DOUBT_EVERY_MS) return false;
    if (this.#doubtedMono.size >= MOST_DOUBTS) this.#doubtedMono.clear();
    this.#doubtedMono.set(execution.id, monotonic());
    this.#queue.unshift({ pipeline, execution });
    return true;
  }

  /** Looks at one; false when there is none to look at now. Throws AwsReadError and `store.unavailable`. */
  async turn(): Promise<boolean> {
    if (this.#queue.length === 0) {
      if (monotonic() < this.#dueMono) return false;
      this.#dueMono = monotonic() + EVERY_MS;
      const rows = await executionsInFlight(this.target.id, MOST_IN_FLIGHT);
      this.#queue = rows.filter((row) => this.#isOld(row));
      this.#forgetAllBut(this.#queue);
    }
    const next = this.#queue.shift();
    if (next === undefined) return false;
    await this.#look(next);
    return true;
  }

  /** After how many milliseconds there is something to do. */
  get dueInMs(): number {
    return this.#queue.length > 0 ? 0 : Math.max(0, this.#dueMono - monotonic());
  }

  #soon(): void {
    this.#dueMono = Math.min(this.#dueMono, monotonic() + SOON_MS);
  }

  #isOld({ pipeline, execution }: Old): boolean {
    const startMs = Date.parse(execution.startedAt ?? "");
    const isUntold = (this.#untoldUntilMono.get(execution.id) ?? 0) > monotonic();
    return !isUntold && startMs < (this.#pageFromMs.get(pipeline) ?? 0);
  }

  #forgetAllBut(rows: readonly Old[]): void {
    for (const [pipeline, known] of this.#inFlight) {
      const ids = new Set(
        rows.filter((row) => row.pipeline === pipeline).map(({ execution }) => execution.id),
      );
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    }
  }

  async #look({ pipeline, execution }: Old): Promise<void> {
    const known = this.#inFlight.get(pipeline) ?? new Map<string, UnplacedExecution>();
    this.#inFlight.set(pipeline, known);
    const status = await this.#statusOf(pipeline, execution.id);
    // What AWS does not tell of is not said to go on.
    if (status !== undefined && isInFlight(status)) known.set(execution.id, { ...execution, status });
    else known.delete(execution.id);
    if (status === undefined) this.#untoldUntilMono.set(execution.id, monotonic() + UNTOLD_MS);
    if (status === undefined || status === execution.status) return;
    const of = { executionId: execution.id };
    const actions = await this.#own(() =>
      everyPage((nextToken) => listActionExecutions(this.target, pipeline, { ...of, nextToken }, "spare")),
    );
    // When it changed is not told; its actions say when the last of them did.
    const ends = (actions ?? []).flatMap(({ lastUpdateTime }) => instant(lastUpdateTime) ?? []);
    const updatedAt = [execution.updatedAt ?? "", ...ends].sort().at(-1) || undefined;
    const ended = actions !== undefined && !isInFlight(status);
    const ran = ended && ranOf(new ActionRuns(actions), execution.id);
    const row = { target: this.target.id, pipeline, execution: { ...execution, status, updatedAt } };
    await keepExecutions([{ ...row, ...ran }]);
  }

  async #statusOf(pipeline: string, id: string): Promise<string | undefined> {
    const answer = await this.#own(() => getPipelineExecution(this.target, pipeline, id, "spare"));
    return text(answer?.status);
  }

  /** Undefined when AWS has no answer for this execution alone. */
  async #own<Answer>(read: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AwsReadError)) throw error;
      const { kind, permission } = error.failure;
      if (kind === "not-found" || (kind === "denied" && permission !== undefined)) return undefined;
      throw error;
    }
  }
}

function goingOn(items: readonly AwsExecutionSummary[]): string[] {
  return items.flatMap(({ pipelineExecutionId: id, status }) => (id && isInFlight(String(status)) ? id : []));
}
