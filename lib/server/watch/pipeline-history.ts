import "server-only";
import { isInFlight } from "@/lib/domain/in-flight";
import { monotonic } from "../clock";
import { type AwsActionExecution, listActionExecutions } from "../codepipeline/list-action-executions";
import { type AwsExecutionSummary, listExecutionPage } from "../codepipeline/list-pipeline-executions";
import type { TargetConfig } from "../config/config";
import { Denials } from "./denials";
import { everyPage } from "./every-page";
import { keepNewest } from "./keep-newest";
import { KeptRead } from "./kept-read";
import { PagedHistory } from "./paged-history";
import { LIMIT_MS } from "./plan";
import { seenExecutions } from "./seen-executions";
import { identified, slimAction } from "./slim-action";

/** Pipelines whose history is kept; the one nobody has asked for longest goes first. */
const MOST_HISTORIES = 20;
/** A history nobody has asked for this long is let go: one of 10,000 executions takes some 60 MB. */
const KEPT_MS = 5 * 60_000;

/** Executions whose actions are read one by one for one reply: each is a request. */
const MOST_SINGLE = 10;
/** Of those, how many are kept. */
const MOST_SINGLES_KEPT = 500;

/** What ran in one pipeline: executions, and the actions that say how far each got; shared by all who look. */
export class PipelineHistory {
  readonly executions: PagedHistory<AwsExecutionSummary>;
  readonly actions: PagedHistory<AwsActionExecution>;
  /** The newest page of both; its value is how often it was read. */
  readonly newest: KeptRead<number>;
  /** Without the actions the list is still worth showing. */
  readonly denials = new Denials();
  askedMono = monotonic();
  #reads = 0;
  readonly #singles = new Map<string, { updatedMs: number; items: AwsActionExecution[] }>();

  constructor(
    private readonly target: TargetConfig,
    private readonly pipeline: string,
  ) {
    this.executions = new PagedHistory({
      page: async (token) => {
        const { items, nextToken } = await listExecutionPage(target, pipeline, token);
        seenExecutions().note({ target: target.id, pipeline }, items, { older: token !== undefined });
        return { items: identified(items, "pipelineExecutionId"), nextToken };
      },
      idOf: (item) => item.pipelineExecutionId ?? "",
      startMsOf,
    });
    this.actions = new PagedHistory({
      page: async (nextToken) => {
        const page = await listActionExecutions(target, pipeline, { nextToken });
        return {
          items: identified(page.items, "actionExecutionId").map(slimAction),
          nextToken: page.nextToken,
        };
      },
      idOf: (item) => item.actionExecutionId ?? "",
      startMsOf,
    });
    this.newest = new KeptRead(
      async () => {
        await Promise.all([
          this.executions.readNewest(),
          this.denials.unless("ListActionExecutions", () => this.actions.readNewest(), undefined),
        ]);
        this.#reads += 1;
        return this.#reads;
      },
      () => (this.#isMoving() ? LIMIT_MS.hot : LIMIT_MS.rest),
    );
  }

  /** Of what started at this instant (epoch milliseconds) or later all actions are known. */
  get actionsKnownFromMs(): number {
    if (this.actions.complete) return 0;
    const oldest = this.actions.items.at(-1);
    return oldest === undefined ? Number.POSITIVE_INFINITY : startMsOf(oldest);
  }

  /** The actions of executions that were read one by one. */
  get singles(): ReadonlyMap<string, { items: readonly AwsActionExecution[] }> {
    return this.#singles;
  }

  /**
   * Reads the actions of single executions, far behind those of the list: a few at a time, again when one has changed.
   * Throws AwsReadError.
   */
  async readSingles(executions: readonly AwsExecutionSummary[]): Promise<void> {
    const due = executions.filter(
      (one) => this.#singles.get(one.pipelineExecutionId ?? "")?.updatedMs !== updatedMsOf(one),
    );
    await Promise.all(due.slice(0, MOST_SINGLE).map((one) => this.#readSingle(one)));
  }

  async #readSingle(execution: AwsExecutionSummary): Promise<void> {
    const executionId = execution.pipelineExecutionId ?? "";
    const read = () =>
      everyPage((nextToken) => listActionExecutions(this.target, this.pipeline, { executionId, nextToken }));
    const actions = await this.denials.unless("ListActionExecutions", read, undefined);
    if (actions === undefined) return;
    const items = identified(actions, "actionExecutionId").map(slimAction);
    keepNewest(this.#singles, executionId, { updatedMs: updatedMsOf(execution), items }, MOST_SINGLES_KEPT);
  }

  #isMoving(): boolean {
    return this.executions.items.some((item) => isInFlight(String(item.status)));
  }
}

declare global {
  var pipedeckHistories: WeakMap<TargetConfig, Map<string, PipelineHistory>> | undefined;
}

/** The one history of a pipeline in this process. */
export function pipelineHistory(target: TargetConfig, pipeline: string): PipelineHistory {
  globalThis.pipedeckHistories ??= new WeakMap();
  const histories = globalThis.pipedeckHistories.get(target) ?? new Map<string, PipelineHistory>();
  globalThis.pipedeckHistories.set(target, histories);
  const history = histories.get(pipeline) ?? new PipelineHistory(target, pipeline);
  histories.delete(pipeline);
  histories.set(pipeline, history);
  history.askedMono = monotonic();
  for (const [name, { askedMono }] of histories) {
    if (histories.size <= MOST_HISTORIES && monotonic() - askedMono < KEPT_MS) break;
    histories.delete(name);
  }
  return history;
}

function updatedMsOf(execution: AwsExecutionSummary): number {
  return execution.lastUpdateTime instanceof Date ? execution.lastUpdateTime.getTime() : 0;
}

/** When something of a history started, epoch milliseconds; without a start it comes last. */
export function startMsOf(item: { startTime?: Date | undefined }): number {
  const ms = item.startTime instanceof Date ? item.startTime.getTime() : Number.NaN;
  return Number.isNaN(ms) ? 0 : ms;
}
