import "server-only";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { placeExecution } from "@/lib/domain/execution-place";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { ActionRuns } from "../codepipeline/action-runs";
import { AwsReadError } from "../codepipeline/read-aws";
import { toExecution } from "../codepipeline/to-execution";
import type { TargetConfig } from "../config/config";
import { log } from "../log";
import { executionsWithin, type KeptExecution } from "../store/executions";
import { rollbacksTo } from "../store/rollbacks-to";
import { pipelineHistory, startMsOf } from "../watch/pipeline-history";
import { findInList } from "./find-in-list";
import { keptRows } from "./kept-history";

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
  async one(id: string): Promise<ExecutionSummary | undefined> {
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
  async between(from: ExecutionSummary | undefined, to: ExecutionSummary): Promise<ExecutionSummary[]> {
    await this.#listed;
    const ends = [from, to].flatMap((one) => one ?? []);
    const starts = ends.flatMap(({ startedAt }) => startedAt ?? []).sort();
    const ids = ends.flatMap(({ id, rollbackOf }) => [id, ...(rollbackOf === undefined ? [] : [rollbackOf])]);
    const stored = await this.#stored({ from: starts[0] ?? EPOCH, to: starts.at(-1) ?? EPOCH, ids });
    const near = this.#allNear();
    const known = new Set(near.map(({ id }) => id));
    return [...near, ...stored.filter(({ id }) => !known.has(id))];
  }

  /**
   * One execution, those that started while it was on its way, and the rollbacks that brought it back, with the place of each
   * where that is known; without the one where nothing near knows it.
   */
  async around(id: string): Promise<ExecutionSummary[]> {
    await this.#listed;
    const [kept] = await this.#stored({ from: EPOCH, to: EPOCH, ids: [id] });
    const near = this.#allNear();
    const own = near.find((one) => one.id === id && one.startedAt !== undefined) ?? kept;
    const { startedAt: from = EPOCH, updatedAt: to = EPOCH } = own ?? {};
    const stored = [...(await this.#stored({ from, to, ids: [id] })), ...(await this.#rollbacksTo(id))];
    const byId = new Map(stored.map((one) => [one.id, one]));
    const all = near.map((one) => {
      const seen = byId.get(one.id);
      byId.delete(one.id);
      if (seen === undefined) return one;
      if (one.startedAt === undefined)
        return { ...one, startedAt: seen.startedAt, updatedAt: seen.updatedAt };
      const isPlaced = one.stage !== undefined || seen.updatedAt !== one.updatedAt;
      return isPlaced ? one : { ...one, stage: seen.stage, stages: seen.stages };
    });
    return [...all, ...byId.values()];
  }

  /** The newest execution that started before another and went through a stage, in whatever version of the pipeline. */
  async lastThrough(stage: string, before: ExecutionSummary): Promise<ExecutionSummary | undefined> {
    await this.#listed;
    const to = before.startedAt ?? EPOCH;
    const stored = await this.#stored({ from: EPOCH, to, ids: [] });
    return [...this.#allNear(), ...stored]
      .filter((one) => one.id !== before.id && one.startedAt !== undefined && one.startedAt < to)
      .sort((a, b) => (b.startedAt ?? "").localeCompare(a.startedAt ?? ""))
      .find(({ stages }) => stages.some((one) => one.stage === stage && WENT_THROUGH.has(one.standing)));
  }

  #near(id: string): ExecutionSummary | undefined {
    return this.#allNear().find((one) => one.id === id);
  }

  #allNear(): ExecutionSummary[] {
    const { onTheLine, finishedLast, stages } = this.state;
    const sources = stages[0]?.actions.map(({ name }) => name) ?? [];
    const runs = new ActionRuns(this.#history.actions.items);
    const shown = [...onTheLine, ...finishedLast];
    const known = new Set(shown.map(({ id }) => id));
    const listed = this.#history.executions.items.flatMap((aws) => {
      const execution = toExecution(aws, sources, runs);
      return !execution || known.has(execution.id)
        ? []
        : placeExecution(execution, stages, runs.stagesOf(execution.id), {
            isWhole: Date.parse(execution.startedAt ?? "") >= this.#history.actionsKnownFromMs,
          });
    });
    return [...shown, ...listed];
  }

  /** Without the store the answer is poorer, not missing. */
  async #stored(span: { from: string; to: string; ids: readonly string[] }): Promise<ExecutionSummary[]> {
    const place = { target: this.target.id, pipeline: this.pipeline };
    return this.#rows(executionsWithin(place, span));
  }

  async #rollbacksTo(id: string): Promise<ExecutionSummary[]> {
    return this.#rows(rollbacksTo({ target: this.target.id, pipeline: this.pipeline }, id));
  }

  async #rows(kept: Promise<KeptExecution[]>): Promise<ExecutionSummary[]> {
    const rows = await kept.catch((error: unknown): KeptExecution[] => {
      const place = { target: this.target.id, pipeline: this.pipeline };
      log.warn({ err: error, ...place }, "executions seen cannot be read");
      return [];
    });
    return keptRows(rows, this.state.stages);
  }
}

const WENT_THROUGH = new Set(["Succeeded", "Overridden"]);
const EPOCH = "1970-01-01T00:00:00.000Z";

function ignoreAws(error: unknown): undefined {
  if (!(error instanceof AwsReadError)) throw error;
}
