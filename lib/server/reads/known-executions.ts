import "server-only";
import { placeExecution, type UnplacedExecution } from "@/lib/domain/execution-place";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { SeenExecution } from "@/lib/domain/ships";
import { ActionRuns } from "../codepipeline/action-runs";
import { AwsReadError } from "../codepipeline/read-aws";
import { toExecution } from "../codepipeline/to-execution";
import type { TargetConfig } from "../config/config";
import { log } from "../log";
import { executionsWithin } from "../store/executions";
import { pipelineHistory, startMsOf } from "../watch/pipeline-history";
import { findInList } from "./find-in-list";

/** Executions as `shipsOf` wants them, and when AWS changed them last. */
export type KnownExecution = SeenExecution & { updatedAt?: string };

/**
 * Every execution of a pipeline that is known: from its page, from AWS's list as far as it was read, and from the store.
 * Authors and places come from the first that has them.
 */
export class KnownExecutions {
  readonly #history;
  readonly #listed: Promise<void>;

  constructor(
    private readonly target: TargetConfig,
    private readonly pipeline: string,
    private readonly state: PipelineState,
  ) {
    this.#history = pipelineHistory(target, pipeline);
    // A list that cannot be read leaves what the page and the store know.
    this.#listed = this.#history.newest.get().then(() => undefined, ignoreAws);
  }

  /** One execution; AWS's list is read back to it when nothing nearer knows it. */
  async one(id: string): Promise<KnownExecution | undefined> {
    await this.#listed;
    const near = this.#near(id) ?? (await this.#stored({ from: EPOCH, to: EPOCH, ids: [id] }))[0];
    if (near) return near;
    const sought = {
      isIt: (item: { pipelineExecutionId?: string | undefined }) => item.pipelineExecutionId === id,
      startMsOf,
      startedMs: 0,
    };
    await findInList(this.#history.executions, sought).catch(ignoreAws);
    return this.#near(id);
  }

  /** Every execution between the starts of two, and what rollbacks among them brought back. */
  async between(from: KnownExecution | undefined, to: KnownExecution): Promise<KnownExecution[]> {
    await this.#listed;
    const ends = [from, to].flatMap((one) => one ?? []);
    const starts = ends.flatMap(({ startedAt }) => startedAt ?? []).sort();
    const ids = ends.flatMap(({ id, rollbackOf }) => [id, ...(rollbackOf === undefined ? [] : [rollbackOf])]);
    const stored = await this.#stored({ from: starts[0] ?? EPOCH, to: starts.at(-1) ?? EPOCH, ids });
    const near = this.#allNear();
    const known = new Set(near.map(({ id }) => id));
    return [...near, ...stored.filter(({ id }) => !known.has(id))];
  }

  #near(id: string): KnownExecution | undefined {
    return this.#allNear().find((one) => one.id === id);
  }

  #allNear(): KnownExecution[] {
    const { onTheLine, finishedLast, stages } = this.state;
    const sources = stages[0]?.actions.map(({ name }) => name) ?? [];
    const runs = new ActionRuns(this.#history.actions.items);
    const shown = [...onTheLine, ...finishedLast];
    const known = new Set(shown.map(({ id }) => id));
    const listed = this.#history.executions.items.flatMap((aws) => {
      const execution = toExecution(aws, sources, runs);
      return !execution || known.has(execution.id)
        ? []
        : placeExecution(execution, stages, runs.stagesOf(execution.id));
    });
    return [...shown, ...listed];
  }

  /** Without the store the answer is poorer, not missing. */
  async #stored(span: { from: string; to: string; ids: readonly string[] }): Promise<KnownExecution[]> {
    const place = { target: this.target.id, pipeline: this.pipeline };
    const rows: UnplacedExecution[] = await executionsWithin(place, span).catch((error: unknown) => {
      log.warn({ err: error, ...place }, "executions seen cannot be read");
      return [];
    });
    return rows.map((row) => placeExecution(row, this.state.stages, new Map()));
  }
}

const EPOCH = "1970-01-01T00:00:00.000Z";

function ignoreAws(error: unknown): undefined {
  if (!(error instanceof AwsReadError)) throw error;
}
