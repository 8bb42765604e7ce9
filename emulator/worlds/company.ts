import type { CallContext } from "../engine/call-context";
import { namedRandom } from "../engine/named-random";
import type { Outcome } from "../engine/outcome-book";
import type { Random } from "../engine/random";
import type { World } from "../engine/world";
import { execute } from "../operations/execute";
import { nameOf, type PersonId, sessionArn, teamOf } from "./acme-people";
import type { AcmePipeline } from "./acme-pipeline";
import { listOf, recordOf, textOf } from "./answers";

/** An approval that waits for somebody. */
export interface WaitingApproval {
  stage: string;
  action: string;
  token: string;
}

/** An execution as the list of executions shows it. */
export interface SeenExecution {
  id: string;
  status: string;
}

/** The people of a company at work: every press of a button is a request with the principal of who pressed. */
export class Company {
  readonly world: World;
  private readonly seed: number;
  private chapter = "past";
  private chances = new Map<AcmePipeline, Random>();
  private readonly pushes = new Map<AcmePipeline, number>();
  private requests = 0;

  constructor(world: World, seed: number) {
    this.world = world;
    this.seed = seed;
  }

  /**
   * What people do about a pipeline by chance: of its own, so that neither requests from outside nor other pipelines
   * change it.
   */
  chanceOf(pipeline: AcmePipeline): Random {
    const known = this.chances.get(pipeline);
    if (known) return known;
    const { account, region } = pipeline.place;
    const fresh = namedRandom(this.seed, this.chapter, account, region, pipeline.declaration.name);
    this.chances.set(pipeline, fresh);
    return fresh;
  }

  /** From here on chance starts anew, so that what comes does not depend on how much happened before. */
  beginChapter(name: string): void {
    this.chapter = name;
    this.chances = new Map();
  }

  private context({ place }: AcmePipeline, role: string, person: string): CallContext {
    this.requests += 1;
    return {
      ...place,
      partition: "aws",
      principalArn: sessionArn(place.account, role, person),
      sessionName: person,
      requestId: `company-${this.requests}`,
      endpoint: "http://emulator",
    };
  }

  /** One request of one person. Throws ServiceError when the service refuses. */
  ask(pipeline: AcmePipeline, person: PersonId | "provisioner", operation: string, input: object): unknown {
    const role = person === "provisioner" ? "infrastructure" : "developer";
    return execute(this.world, this.context(pipeline, role, person), operation, input);
  }

  /** One of the team that a pipeline belongs to. */
  somebody(pipeline: AcmePipeline): PersonId {
    return this.chanceOf(pipeline).pick(teamOf(pipeline.tags.team));
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

  /** A commit of somebody arrives at the pipeline's main source; a source without commits makes up what arrives. */
  push(pipeline: AcmePipeline, summary: string): void {
    const { name } = pipeline.declaration;
    const where = { ...pipeline.place, pipeline: name, action: pipeline.source };
    if (!hasCommits(pipeline)) {
      this.world.addRevision(where);
      return;
    }
    const random = this.chanceOf(pipeline);
    const count = this.pushes.get(pipeline) ?? 0;
    this.pushes.set(pipeline, count + 1);
    const revisionId = random.hex(40);
    this.world.addRevision({
      ...where,
      revisionId,
      summary,
      author: nameOf(this.somebody(pipeline)),
      url: `https://git.example/acme-shop/${name}/commit/${revisionId}`,
      ...(pipeline.arrival?.(summary, random, count) ?? { branch: "main" }),
    });
  }

  /** Something new arrives at another source of the pipeline. */
  deliver(pipeline: AcmePipeline, action: string, summary: string): void {
    const where = { ...pipeline.place, pipeline: pipeline.declaration.name, action };
    this.world.addRevision({ ...where, summary, author: nameOf(this.somebody(pipeline)) });
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

  /** How the next look at a rule goes, once. */
  scriptRule(pipeline: AcmePipeline, stage: string, rule: string, outcome: Outcome): void {
    const { account, region } = pipeline.place;
    const where = { account, region, pipeline: pipeline.declaration.name, stage, rule };
    this.world.outcomes.add({ ...where, times: 1, ...outcome });
  }

  /** The ten newest executions, newest first. */
  recent(pipeline: AcmePipeline): SeenExecution[] {
    const input = { pipelineName: pipeline.declaration.name, maxResults: 10 };
    const answer = recordOf(this.ask(pipeline, "provisioner", "ListPipelineExecutions", input));
    return listOf(answer.pipelineExecutionSummaries).map((summary) => ({
      id: textOf(summary.pipelineExecutionId),
      status: textOf(summary.status),
    }));
  }

  /** Those of them that have not ended. */
  live(pipeline: AcmePipeline): SeenExecution[] {
    return this.recent(pipeline).filter(({ status }) => status === "InProgress" || status === "Stopping");
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

  /** Runs what failed in a stage once more. */
  retry(pipeline: AcmePipeline, stage: string, executionId: string, person: PersonId): void {
    this.ask(pipeline, person, "RetryStageExecution", {
      pipelineName: pipeline.declaration.name,
      stageName: stage,
      pipelineExecutionId: executionId,
      retryMode: "FAILED_ACTIONS",
    });
  }

  /** Brings a stage back to what an earlier execution did there. */
  rollBack(pipeline: AcmePipeline, stage: string, targetExecutionId: string, person: PersonId): void {
    this.ask(pipeline, person, "RollbackStage", {
      pipelineName: pipeline.declaration.name,
      stageName: stage,
      targetPipelineExecutionId: targetExecutionId,
    });
  }

  /** Lets an execution into a stage although the entry condition is not met. */
  overrideEntry(pipeline: AcmePipeline, stage: string, executionId: string, person: PersonId): void {
    this.ask(pipeline, person, "OverrideStageCondition", {
      pipelineName: pipeline.declaration.name,
      stageName: stage,
      pipelineExecutionId: executionId,
      conditionType: "BEFORE_ENTRY",
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

const COMMITS = ["CodeStarSourceConnection", "CodeCommit", "GitHub"];

function hasCommits({ declaration, source }: AcmePipeline): boolean {
  const action = declaration.stages[0]?.actions.find(({ name }) => name === source);
  return action !== undefined && COMMITS.includes(action.actionTypeId.provider);
}

function isApproval(run: Record<string, unknown>): boolean {
  const type = recordOf(recordOf(run.input).actionTypeId);
  return type.category === "Approval";
}
