import type { CallContext } from "../engine/call-context";
import type { Outcome } from "../engine/outcome-book";
import { Random } from "../engine/random";
import type { World } from "../engine/world";
import { execute } from "../operations/execute";
import { ACME_PEOPLE, type PersonId, sessionArn } from "./acme-people";
import type { AcmePipeline } from "./acme-pipeline";
import { listOf, recordOf, textOf } from "./answers";

/** An approval that waits for somebody. */
export interface WaitingApproval {
  stage: string;
  action: string;
  token: string;
}

/** An execution that has not ended. */
export interface LiveExecution {
  id: string;
  status: string;
}

/** The people of a company at work: every press of a button is a request with the principal of who pressed. */
export class Company {
  readonly world: World;
  /** Chance of its own, so that requests from outside do not change what people do. */
  readonly random: Random;
  private requests = 0;

  constructor(world: World, seed: number) {
    this.world = world;
    this.random = new Random(seed + 7);
  }

  private context({ place }: AcmePipeline, role: string, person: string): CallContext {
    this.requests += 1;
    return {
      ...place,
      partition: "aws",
      principalArn: sessionArn(place.account, role, person),
      sessionName: person,
      requestId: `company-${this.requests}`,
    };
  }

  /** One request of one person. Throws ServiceError when the service refuses. */
  ask(pipeline: AcmePipeline, person: PersonId | "provisioner", operation: string, input: object): unknown {
    const role = person === "provisioner" ? "infrastructure" : "developer";
    return execute(this.world, this.context(pipeline, role, person), operation, input);
  }

  somebody(): (typeof ACME_PEOPLE)[number] {
    return this.random.pick(ACME_PEOPLE);
  }

  /** At `instant` (epoch ms) `run` happens. */
  at(instant: number, run: () => void): void {
    this.world.schedule(instant, run);
  }

  create(pipeline: AcmePipeline): void {
    const tags = Object.entries(pipeline.tags).map(([key, value]) => ({ key, value }));
    this.ask(pipeline, "provisioner", "CreatePipeline", {
      pipeline: pipeline.origin?.declaration ?? pipeline.declaration,
      tags,
    });
  }

  /** A commit of somebody arrives at the pipeline's main source. */
  push(pipeline: AcmePipeline, summary: string): void {
    const revisionId = this.random.hex(40);
    this.world.addRevision({
      ...pipeline.place,
      pipeline: pipeline.declaration.name,
      action: pipeline.source,
      revisionId,
      summary,
      author: this.somebody().name,
      url: `https://git.example/acme-shop/${pipeline.declaration.name}/commit/${revisionId}`,
      branch: "main",
    });
  }

  /** Something new arrives at another source of the pipeline. */
  deliver(pipeline: AcmePipeline, action: string, summary: string): void {
    const where = { ...pipeline.place, pipeline: pipeline.declaration.name, action };
    this.world.addRevision({ ...where, summary, author: this.somebody().name });
  }

  /** Somebody releases what the sources hold once more. */
  release(pipeline: AcmePipeline, person: PersonId): void {
    this.ask(pipeline, person, "StartPipelineExecution", { name: pipeline.declaration.name });
  }

  /** How the next matching action of a pipeline goes, once. */
  script(pipeline: AcmePipeline, stage: string, action: string, outcome: Outcome): void {
    const { account, region } = pipeline.place;
    const where = { account, region, pipeline: pipeline.declaration.name, stage, action };
    this.world.outcomes.add({ ...where, times: 1, ...outcome });
  }

  /** Of the ten newest executions those that have not ended, newest first. */
  live(pipeline: AcmePipeline): LiveExecution[] {
    const input = { pipelineName: pipeline.declaration.name, maxResults: 10 };
    const answer = recordOf(this.ask(pipeline, "provisioner", "ListPipelineExecutions", input));
    return listOf(answer.pipelineExecutionSummaries)
      .map((summary) => ({ id: textOf(summary.pipelineExecutionId), status: textOf(summary.status) }))
      .filter(({ status }) => status === "InProgress" || status === "Stopping");
  }

  /** Open approvals of a SUPERSEDED or QUEUED pipeline, from its state. */
  private approvalsOfState(pipeline: AcmePipeline): WaitingApproval[] {
    const answer = this.ask(pipeline, "provisioner", "GetPipelineState", { name: pipeline.declaration.name });
    return listOf(recordOf(answer).stageStates).flatMap((stage) =>
      listOf(stage.actionStates).flatMap((action) => {
        const token = recordOf(action.latestExecution).token;
        if (typeof token !== "string") return [];
        return [{ stage: textOf(stage.stageName), action: textOf(action.actionName), token }];
      }),
    );
  }

  /** Open approvals of a PARALLEL pipeline, which its state does not show, oldest first. */
  private approvalsOfRuns(pipeline: AcmePipeline): WaitingApproval[] {
    const input = { pipelineName: pipeline.declaration.name, maxResults: 40 };
    const answer = recordOf(this.ask(pipeline, "provisioner", "ListActionExecutions", input));
    return listOf(answer.actionExecutionDetails)
      .filter((run) => run.status === "InProgress" && isApproval(run))
      .map((run) => ({
        stage: textOf(run.stageName),
        action: textOf(run.actionName),
        token: textOf(recordOf(recordOf(run.output).executionResult).externalExecutionId),
      }))
      .reverse();
  }

  waitingApprovals(pipeline: AcmePipeline): WaitingApproval[] {
    const parallel = pipeline.declaration.executionMode === "PARALLEL";
    return parallel ? this.approvalsOfRuns(pipeline) : this.approvalsOfState(pipeline);
  }

  answer(
    pipeline: AcmePipeline,
    { stage, action, token }: WaitingApproval,
    person: PersonId,
    status: "Approved" | "Rejected",
    summary: string,
  ): void {
    this.ask(pipeline, person, "PutApprovalResult", {
      pipelineName: pipeline.declaration.name,
      stageName: stage,
      actionName: action,
      token,
      result: { status, summary },
    });
  }

  stop(
    pipeline: AcmePipeline,
    executionId: string,
    person: PersonId,
    abandon: boolean,
    reason: string,
  ): void {
    this.ask(pipeline, person, "StopPipelineExecution", {
      pipelineName: pipeline.declaration.name,
      pipelineExecutionId: executionId,
      abandon,
      reason,
    });
  }

  closeTransition(pipeline: AcmePipeline, stage: string, person: PersonId, reason: string): void {
    this.ask(pipeline, person, "DisableStageTransition", {
      pipelineName: pipeline.declaration.name,
      stageName: stage,
      transitionType: "Inbound",
      reason,
    });
  }
}

function isApproval(run: Record<string, unknown>): boolean {
  const type = recordOf(recordOf(run.input).actionTypeId);
  return type.category === "Approval";
}
