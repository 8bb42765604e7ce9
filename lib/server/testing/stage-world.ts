import "server-only";
import {
  type ActionDeclaration,
  type Condition,
  DeletePipelineCommand,
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  OverrideStageConditionCommand,
  type PipelineDeclaration,
  type PipelineExecutionSummary,
  RetryStageExecutionCommand,
  RollbackStageCommand,
  type RuleDeclaration,
  type StageDeclaration,
  type StageState,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from "@aws-sdk/client-codepipeline";
import { declarationOf, EmulatedWorld } from "./emulated-world";

/** What a pipeline of this world may have besides its stages. */
export interface StageParts {
  beforeEntry?: Condition;
  onSuccess?: Condition;
  /** A stage Look between Deploy and Tell. */
  between?: boolean;
  more?: Partial<PipelineDeclaration>;
}

/** A condition of one rule, named Check, that tests script. */
export function conditionOf(result: "FAIL" | "SKIP" | "ROLLBACK"): Condition {
  const check: RuleDeclaration = {
    name: "Check",
    ruleTypeId: { category: "Rule", owner: "AWS", provider: "LambdaInvoke", version: "1" },
    configuration: { FunctionName: "check" },
  };
  return { result, rules: [check] };
}

/**
 * An emulator with pipelines of three stages: Source, Deploy (Migrate and Ship side by side, a minute each), and Tell (a
 * minute). What is released has gone through all of them within five minutes unless a test says otherwise.
 */
export class StageWorld extends EmulatedWorld {
  static async start(): Promise<StageWorld> {
    return new StageWorld(await EmulatedWorld.startEmulator());
  }

  async pipeline({ more = {}, ...parts }: StageParts = {}): Promise<string> {
    const name = await this.create(stagesOf(parts), more);
    for (const action of ["Migrate", "Ship", "Tell"])
      await this.outcome(name, action, { durationMs: 60_000 });
    return name;
  }

  /** Changes the pipeline, so that it has a new version. */
  async change(pipeline: string, { more = {}, ...parts }: StageParts = {}): Promise<void> {
    const declaration = declarationOf(pipeline, stagesOf(parts), more);
    await this.sdk.send(new UpdatePipelineCommand({ pipeline: declaration }));
  }

  /** Somebody deletes the pipeline. */
  async remove(name: string): Promise<void> {
    await this.sdk.send(new DeletePipelineCommand({ name }));
  }

  /** AWS's word for a stage, and the execution in it. */
  async stage(pipeline: string, stage: string): Promise<StageState> {
    const { stageStates } = await this.sdk.send(new GetPipelineStateCommand({ name: pipeline }));
    const found = stageStates?.find(({ stageName }) => stageName === stage);
    if (!found) throw new Error(`${pipeline} has no stage ${stage}`);
    return found;
  }

  /** Newest first. */
  async executions(pipeline: string): Promise<PipelineExecutionSummary[]> {
    const { pipelineExecutionSummaries = [] } = await this.sdk.send(
      new ListPipelineExecutionsCommand({ pipelineName: pipeline }),
    );
    return pipelineExecutionSummaries;
  }

  /** How often an action ran in an execution. */
  async runs(pipelineName: string, pipelineExecutionId: string, action: string): Promise<number> {
    const { actionExecutionDetails = [] } = await this.sdk.send(
      new ListActionExecutionsCommand({ pipelineName, filter: { pipelineExecutionId } }),
    );
    return actionExecutionDetails.filter(({ actionName }) => actionName === action).length;
  }

  /** Somebody else, past Pipedeck, closes the way into a stage. */
  async closeElsewhere(pipelineName: string, stageName = "Deploy"): Promise<void> {
    const reason = "closed by hand";
    await this.sdk.send(
      new DisableStageTransitionCommand({ pipelineName, stageName, transitionType: "Inbound", reason }),
    );
  }

  /** Somebody else opens it. */
  async openElsewhere(pipelineName: string, stageName = "Deploy"): Promise<void> {
    await this.sdk.send(
      new EnableStageTransitionCommand({ pipelineName, stageName, transitionType: "Inbound" }),
    );
  }

  /** Somebody else retries the failed actions of Deploy. */
  async retryElsewhere(pipelineName: string, pipelineExecutionId: string): Promise<void> {
    const retryMode = "FAILED_ACTIONS";
    await this.sdk.send(
      new RetryStageExecutionCommand({ pipelineName, stageName: "Deploy", pipelineExecutionId, retryMode }),
    );
  }

  /** Somebody else rolls Deploy back. */
  async rollBackElsewhere(pipelineName: string, targetPipelineExecutionId: string): Promise<string> {
    const { pipelineExecutionId = "" } = await this.sdk.send(
      new RollbackStageCommand({ pipelineName, stageName: "Deploy", targetPipelineExecutionId }),
    );
    return pipelineExecutionId;
  }

  /** Somebody else starts an execution. */
  async startElsewhere(name: string): Promise<void> {
    await this.sdk.send(new StartPipelineExecutionCommand({ name }));
  }

  /** Somebody else stops an execution. */
  async stopElsewhere(pipelineName: string, pipelineExecutionId: string, reason: string): Promise<void> {
    await this.sdk.send(new StopPipelineExecutionCommand({ pipelineName, pipelineExecutionId, reason }));
  }

  /** Somebody else overrides the entry condition of Deploy. */
  async overrideElsewhere(pipelineName: string, pipelineExecutionId: string): Promise<void> {
    const conditionType = "BEFORE_ENTRY";
    await this.sdk.send(
      new OverrideStageConditionCommand({
        pipelineName,
        stageName: "Deploy",
        pipelineExecutionId,
        conditionType,
      }),
    );
  }
}

function task(name: string): ActionDeclaration {
  const actionTypeId = { category: "Invoke", owner: "AWS", provider: "Lambda", version: "1" } as const;
  return { name, actionTypeId, configuration: { FunctionName: "task" } };
}

function stagesOf({ beforeEntry, onSuccess, between }: StageParts): StageDeclaration[] {
  return [
    {
      name: "Deploy",
      actions: [task("Migrate"), task("Ship")],
      ...(beforeEntry && { beforeEntry: { conditions: [beforeEntry] } }),
      ...(onSuccess && { onSuccess: { conditions: [onSuccess] } }),
    },
    ...(between ? [{ name: "Look", actions: [task("Look")] }] : []),
    { name: "Tell", actions: [task("Tell")] },
  ];
}
