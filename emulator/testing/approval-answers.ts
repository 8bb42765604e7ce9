import type { ActionDetailAnswer, SmallWorld } from "../operations/testing/small-world";
import { errorCode } from "./attempt";

interface OpenApproval {
  pipelineName: string;
  stageName: string;
  actionName: string;
  token: string;
}

type Detail = ActionDetailAnswer & { input: { actionTypeId: { category: string } } };

/** Answers approvals as people do, now and then twice. */
export class ApprovalAnswers {
  readonly #small: SmallWorld;
  readonly #answered: OpenApproval[] = [];
  readonly #given = new Map<string, string>();

  constructor(small: SmallWorld) {
    this.#small = small;
  }

  /** Open approvals as GetPipelineState shows them, those of PARALLEL executions as ListActionExecutions does. */
  #open(pipelineName: string): OpenApproval[] {
    const shown = this.#small
      .stages(pipelineName)
      .flatMap(({ stageName, actionStates }) =>
        actionStates.flatMap(({ actionName, latestExecution: latest }) =>
          latest?.token === undefined
            ? []
            : [{ pipelineName, stageName, actionName, token: latest.token, run: latest.actionExecutionId }],
        ),
      );
    const { actionExecutionDetails } = this.#small.ask<{ actionExecutionDetails: Detail[] }>(
      "ListActionExecutions",
      { pipelineName },
    );
    const listed = actionExecutionDetails
      .filter(({ status, input }) => status === "InProgress" && input.actionTypeId.category === "Approval")
      .flatMap(({ stageName, actionName, actionExecutionId: run, output }) => {
        const token = output.executionResult.externalExecutionId;
        return token === undefined ? [] : [{ pipelineName, stageName, actionName, token, run }];
      });
    return [...shown, ...listed].map(({ run, ...open }) => {
      const before = this.#given.get(open.token);
      if (before !== undefined && before !== run)
        throw new Error(`token ${open.token} is that of ${before} and of ${run}`);
      this.#given.set(open.token, run);
      return open;
    });
  }

  #put({ ...where }: OpenApproval, status: string): string | undefined {
    return errorCode(() =>
      this.#small.ask("PutApprovalResult", { ...where, result: { status, summary: "" } }),
    );
  }

  /** Answers one of the open approvals; `again` answers one that was answered. Answers what is wrong. */
  answer(pipelineName: string, which: number, approve: boolean, again: boolean): string | undefined {
    const status = approve ? "Approved" : "Rejected";
    if (again) return this.#answerAgain(pipelineName, status);
    const open = this.#open(pipelineName);
    const one = open[which % Math.max(1, open.length)];
    if (!one) return undefined;
    const code = this.#put(one, status);
    if (code !== undefined) return `the token of the open approval ${one.actionName} is refused: ${code}`;
    this.#answered.push(one);
    return undefined;
  }

  #answerAgain(pipelineName: string, status: string): string | undefined {
    const one = this.#answered.findLast((each) => each.pipelineName === pipelineName);
    const code = one && this.#put(one, status);
    const gone = code === "StageNotFoundException" || code === "ActionNotFoundException";
    return !one || gone || code === "ApprovalAlreadyCompletedException"
      ? undefined
      : `a used token answers ${code ?? "well"}`;
  }

  /** A pipeline was deleted. */
  forget(pipelineName: string): void {
    for (const one of this.#answered.filter((each) => each.pipelineName === pipelineName))
      this.#answered.splice(this.#answered.indexOf(one), 1);
  }
}
