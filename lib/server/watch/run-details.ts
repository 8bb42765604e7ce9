import "server-only";
import { withAuthor } from "@/lib/domain/trigger";
import { withUrgency } from "../aws/urgency";
import { ActionRuns } from "../codepipeline/action-runs";
import { type AwsActionExecution, listActionExecutions } from "../codepipeline/list-action-executions";
import type { TargetConfig } from "../config/config";
import { type KeptExecution, keepExecutions } from "../store/executions";
import { executionsWithoutRan } from "../store/executions-without-ran";
import { everyPage } from "./every-page";
import { startMsOf } from "./pipeline-history";
import { ranOf } from "./ran-of";
import { slimAction } from "./slim-action";

/** Executions that one way through the list of actions is for. */
const AT_ONCE = 5000;
/** So few are asked for one by one: a page of actions holds those of about ten. */
const FEW = 4;
/** AWS knows the start of an execution a little earlier than that of its first action. */
const SLACK_MS = 60_000;

/**
 * Reads who made the revisions of executions that have ended, and how far each came, out of their actions: with requests that
 * nobody else wants, page by page from the newest on.
 */
export class RunDetails {
  #rows: KeptExecution[] = [];
  #actions: AwsActionExecution[] = [];
  #nextToken: string | undefined;

  constructor(
    private readonly target: TargetConfig,
    private readonly pipeline: string,
  ) {}

  /** One request, more for one that was retried very often, or none when nothing is missing: then false. Throws AwsReadError and `store.unavailable`. */
  async turn(): Promise<boolean> {
    if (this.#rows.length === 0) {
      this.#actions = [];
      this.#nextToken = undefined;
      this.#rows = await executionsWithoutRan({ target: this.target.id, pipeline: this.pipeline }, AT_ONCE);
      if (this.#rows.length === 0) return false;
    }
    if (this.#rows.length <= FEW && this.#nextToken === undefined) await this.#readOne();
    else await this.#readPage();
    return true;
  }

  async #readOne(): Promise<void> {
    const [row] = this.#rows;
    if (!row) return;
    const executionId = row.execution.id;
    await this.#keep([row], await everyPage((nextToken) => this.#list({ executionId, nextToken })));
  }

  async #readPage(): Promise<void> {
    const page = await this.#list({ nextToken: this.#nextToken });
    this.#actions.push(...page.items.map(slimAction));
    this.#nextToken = page.nextToken;
    // Of what started before the oldest action, the first actions are on a page behind.
    const oldest = Math.min(...page.items.map(startMsOf));
    const isWhole = ({ execution: { startedAt } }: KeptExecution) =>
      page.nextToken === undefined || startMs(startedAt) >= oldest + SLACK_MS;
    const whole = this.#rows.filter(isWhole);
    await this.#keep(whole, this.#actions);
    const left = new Set(this.#rows.map(({ execution }) => execution.id));
    this.#actions = this.#actions.filter(({ pipelineExecutionId: id }) => id !== undefined && left.has(id));
  }

  #list(of: { executionId?: string; nextToken?: string | undefined }) {
    return withUrgency("spare", () => listActionExecutions(this.target, this.pipeline, of));
  }

  /** What AWS tells nothing of is not asked for again. */
  async #keep(rows: readonly KeptExecution[], actions: readonly AwsActionExecution[]): Promise<void> {
    const runs = new ActionRuns(actions);
    const place = { target: this.target.id, pipeline: this.pipeline };
    await keepExecutions(
      rows.map(({ execution }) => {
        const revisions = execution.revisions.map((revision) => {
          const source = runs.sourceOf(execution.id, revision.action);
          const author = revision.author ?? source.author;
          const branch = revision.branch ?? source.branch;
          return { ...revision, ...(author && { author }), ...(branch && { branch }) };
        });
        return {
          ...place,
          execution: {
            ...execution,
            revisions,
            trigger: withAuthor(execution.trigger, revisions[0]?.author),
          },
          ...ranOf(runs, execution.id),
        };
      }),
    );
    const kept = new Set(rows);
    this.#rows = this.#rows.filter((row) => !kept.has(row));
  }
}

function startMs(startedAt: string | undefined): number {
  return startedAt === undefined ? 0 : Date.parse(startedAt);
}
