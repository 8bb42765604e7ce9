import "server-only";
import { worstOf } from "@/lib/domain/attention";
import type { Instant } from "@/lib/domain/instant";
import type { Revision } from "@/lib/domain/revision";
import type { Standing } from "@/lib/domain/standing";
import { instant, objects, text } from "./lenient";
import type { AwsActionExecution } from "./list-action-executions";

/** The latest attempt of each action of each execution, out of ListActionExecutions. */
export class ActionRuns {
  readonly #latest = new Map<string, AwsActionExecution>();

  constructor(items: readonly AwsActionExecution[] | undefined) {
    for (const item of objects(items)) {
      const key = keyOf(item.pipelineExecutionId, item.stageName, item.actionName);
      const known = this.#latest.get(key);
      if (!known || startOf(item) > startOf(known)) this.#latest.set(key, item);
    }
  }

  /** The latest attempt of an action in an execution. */
  of(executionId: string | undefined, stage: string, action: string): AwsActionExecution | undefined {
    return executionId === undefined ? undefined : this.#latest.get(keyOf(executionId, stage, action));
  }

  /** Who made a source revision, and on which branch, from the output variables of the source action. */
  sourceOf(executionId: string, action: string): Pick<Revision, "author" | "branch"> {
    for (const run of this.#latest.values()) {
      if (run.pipelineExecutionId !== executionId || run.actionName !== action) continue;
      if (run.input?.actionTypeId?.category !== "Source") continue;
      const variables = run.output?.outputVariables;
      return {
        author: text(variables?.AuthorDisplayName) ?? text(variables?.AuthorId),
        branch: text(variables?.BranchName) ?? text(variables?.SourceBranchName),
      };
    }
    return {};
  }

  /** Every run of an action that has not ended, the longest running first. */
  open(stage: string, action: string): AwsActionExecution[] {
    return [...this.#latest.values()]
      .filter((run) => run.stageName === stage && run.actionName === action && run.status === "InProgress")
      .sort((a, b) => startOf(a) - startOf(b));
  }

  /** Every open run of an approval action, the longest waiting first. */
  openApprovals(stage: string, action: string): AwsActionExecution[] {
    return this.open(stage, action).filter(isOpenApproval);
  }

  /** The execution that entered a stage last. */
  newestIn(stage: string): string | undefined {
    const runs = [...this.#latest.values()].filter((run) => run.stageName === stage);
    runs.sort((a, b) => startOf(b) - startOf(a));
    return text(runs[0]?.pipelineExecutionId);
  }

  /** Standing of the stages an execution entered, as far as its actions tell. */
  stagesOf(executionId: string): Map<string, Standing> {
    const byStage = this.#byStage(executionId);
    return new Map(
      [...byStage].map(([stage, runs]) => [stage, worstOf(runs.map(standingOf)) ?? "NotYetRun"]),
    );
  }

  /** When the last action of an execution ended in each stage it entered; of a stage where one runs, nothing. */
  endsOf(executionId: string): Map<string, Instant> {
    const ends = new Map<string, Instant>();
    for (const [stage, runs] of this.#byStage(executionId)) {
      const known = runs.flatMap((run) =>
        run.status === "InProgress" ? [] : (instant(run.lastUpdateTime) ?? []),
      );
      const last = known.toSorted().at(-1);
      if (last !== undefined && known.length === runs.length) ends.set(stage, last);
    }
    return ends;
  }

  #byStage(executionId: string): Map<string, AwsActionExecution[]> {
    const byStage = new Map<string, AwsActionExecution[]>();
    for (const run of this.#latest.values()) {
      const stage = text(run.stageName);
      if (run.pipelineExecutionId !== executionId || stage === undefined) continue;
      byStage.set(stage, [...(byStage.get(stage) ?? []), run]);
    }
    return byStage;
  }
}

function standingOf(run: AwsActionExecution): Standing {
  if (isOpenApproval(run)) return "Approval";
  const status = text(run.status) ?? "Unknown";
  return status === "Abandoned" ? "Stopped" : status;
}

function isOpenApproval(run: AwsActionExecution): boolean {
  return run.status === "InProgress" && run.input?.actionTypeId?.category === "Approval";
}

function startOf(run: AwsActionExecution): number {
  const ms = run.startTime instanceof Date ? run.startTime.getTime() : Number.NaN;
  return Number.isNaN(ms) ? 0 : ms;
}

function keyOf(executionId: unknown, stage: unknown, action: unknown): string {
  return JSON.stringify([executionId, stage, action]);
}
