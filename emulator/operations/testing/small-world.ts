import type { CallContext } from "../../engine/call-context";
import type { PipelineDeclaration } from "../../engine/declaration";
import { ServiceError } from "../../engine/service-error";
import type { SimulationStart } from "../../engine/simulation";
import { World } from "../../engine/world";
import { execute } from "../execute";
import { answerProblems, errorProblems } from "./answer-problems";

interface StageExecutionAnswer {
  pipelineExecutionId: string;
  status: string;
  type?: string;
}

export interface ActionStateAnswer {
  actionName: string;
  latestExecution?: {
    actionExecutionId: string;
    status: string;
    summary?: string;
    token?: string;
    lastUpdatedBy?: string;
    percentComplete?: number;
    errorDetails?: { code?: string; message?: string };
  };
  currentRevision?: { revisionId: string };
}

interface ConditionStateAnswer {
  latestExecution?: { status: string };
  conditionStates: Array<{
    ruleStates: Array<{ ruleName: string; latestExecution?: { status: string; summary?: string } }>;
  }>;
}

export interface StageStateAnswer {
  stageName: string;
  inboundExecution?: StageExecutionAnswer;
  inboundExecutions: StageExecutionAnswer[];
  inboundTransitionState: {
    enabled: boolean;
    lastChangedBy?: string;
    lastChangedAt?: number;
    disabledReason?: string;
  };
  actionStates: ActionStateAnswer[];
  latestExecution?: StageExecutionAnswer;
  beforeEntryConditionState?: ConditionStateAnswer;
  onSuccessConditionState?: ConditionStateAnswer;
  onFailureConditionState?: ConditionStateAnswer;
  retryStageMetadata?: {
    autoStageRetryAttempt?: number;
    manualStageRetryAttempt?: number;
    latestRetryTrigger: string;
  };
}

export interface ExecutionAnswer {
  pipelineExecutionId: string;
  status: string;
  trigger: { triggerType: string; triggerDetail?: string };
  sourceRevisions: Array<{
    actionName: string;
    revisionId: string;
    revisionSummary?: string;
    revisionUrl?: string;
  }>;
  stopTrigger?: { reason: string };
  executionType?: string;
  rollbackMetadata?: { rollbackTargetPipelineExecutionId: string };
}

export interface ActionDetailAnswer {
  pipelineExecutionId: string;
  actionExecutionId: string;
  stageName: string;
  actionName: string;
  status: string;
  updatedBy?: string;
  input: { configuration: Record<string, string>; resolvedConfiguration: Record<string, string> };
  output: {
    executionResult: {
      externalExecutionId?: string;
      externalExecutionSummary?: string;
      errorDetails?: { message?: string };
    };
    outputVariables: Record<string, string>;
  };
}

/** 2025-11-20 09:00 UTC in epoch milliseconds: where small worlds start. */
export const worldStart = Date.UTC(2025, 10, 20, 9);

/** A world of its own for one test, and short ways to act in it. Every answer is checked against its shape. */
export class SmallWorld {
  readonly world: World;
  readonly ctx: CallContext = {
    account: "111122223333",
    region: "eu-west-1",
    partition: "aws",
    principalArn: "arn:aws:iam::111122223333:user/emulator",
    requestId: "00000000-0000-4000-8000-000000000000",
    endpoint: "http://127.0.0.1:4599",
  };

  constructor(start: Partial<SimulationStart> = {}) {
    this.world = new World({ seed: 1, now: worldStart, ...start });
  }

  #checks = true;

  /** Does something often without checking answers, which takes longer than answering. */
  unchecked<Result>(act: () => Result): Result {
    this.#checks = false;
    try {
      return act();
    } finally {
      this.#checks = true;
    }
  }

  /** Calls an operation; `Answer` is what the test expects its answer to look like. */
  ask<Answer>(operation: string, body: unknown, ctx: Partial<CallContext> = {}): Answer {
    const answer = execute(this.world, { ...this.ctx, ...ctx }, operation, body);
    const problems = this.#checks ? answerProblems(operation, answer) : [];
    if (problems.length > 0) throw new Error(problems.join("; "));
    return answer as Answer;
  }

  /** The error an operation answers, as `Code: message`; throws when it succeeds. */
  refusal(operation: string, body: unknown, ctx: Partial<CallContext> = {}): string {
    try {
      this.ask(operation, body, ctx);
    } catch (error) {
      if (error instanceof ServiceError && errorProblems(operation, error.code).length === 0)
        return `${error.code}: ${error.message}`;
      throw error;
    }
    throw new Error(`${operation} was not refused`);
  }

  create(pipeline: PipelineDeclaration): void {
    this.ask("CreatePipeline", { pipeline });
  }

  /** Starts an execution and answers its id. */
  start(name: string, more: Record<string, unknown> = {}): string {
    return this.ask<{ pipelineExecutionId: string }>("StartPipelineExecution", { name, ...more })
      .pipelineExecutionId;
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.world.advanceTo(this.world.now + ms);
  }

  /** Every action that starts from now on takes this long and succeeds, unless something more specific is said. */
  everyActionTakes(durationMs: number): void {
    this.world.outcomes.add({ durationMs });
  }

  stages(name: string): StageStateAnswer[] {
    return this.ask<{ stageStates: StageStateAnswer[] }>("GetPipelineState", { name }).stageStates;
  }

  stage(name: string, stageName: string): StageStateAnswer {
    const found = this.stages(name).find((stage) => stage.stageName === stageName);
    if (!found) throw new Error(`no stage ${stageName}`);
    return found;
  }

  action(name: string, stageName: string, actionName: string): ActionStateAnswer {
    const found = this.stage(name, stageName).actionStates.find((action) => action.actionName === actionName);
    if (!found) throw new Error(`no action ${actionName}`);
    return found;
  }

  /** The token of an open approval as GetPipelineState shows it. */
  token(name: string, stageName: string, actionName: string): string {
    return this.action(name, stageName, actionName).latestExecution?.token ?? "";
  }

  executions(pipelineName: string): ExecutionAnswer[] {
    return this.ask<{ pipelineExecutionSummaries: ExecutionAnswer[] }>("ListPipelineExecutions", {
      pipelineName,
    }).pipelineExecutionSummaries;
  }

  /** Status of one execution. */
  status(pipelineName: string, pipelineExecutionId: string): string {
    const answer = this.ask<{ pipelineExecution: { status: string } }>("GetPipelineExecution", {
      pipelineName,
      pipelineExecutionId,
    });
    return answer.pipelineExecution.status;
  }

  actionRuns(pipelineName: string, more: Record<string, unknown> = {}): ActionDetailAnswer[] {
    return this.ask<{ actionExecutionDetails: ActionDetailAnswer[] }>("ListActionExecutions", {
      pipelineName,
      ...more,
    }).actionExecutionDetails;
  }

  /** Events so far as `Level STATE`, oldest first. */
  eventStates(after = 0): string[] {
    return this.world.events.after(after).map(({ event }) => {
      const level = event["detail-type"].split(" ")[1];
      return `${level} ${String(event.detail.state)}`;
    });
  }
}
