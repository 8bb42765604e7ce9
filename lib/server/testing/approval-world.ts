import "server-only";
import {
  type ActionDeclaration,
  type ExecutionMode,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  PutApprovalResultCommand,
  RetryStageExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { EmulatedWorld } from "./emulated-world";

const HOUR_MS = 3_600_000;

/** An emulator with pipelines of three stages: Source, Sign (the approval Ask), Ship (a task of one hour). */
export class ApprovalWorld extends EmulatedWorld {
  static async start(): Promise<ApprovalWorld> {
    return new ApprovalWorld(await EmulatedWorld.startEmulator());
  }

  /** A new pipeline under a name of its own. What is released waits at the approval soon, or behind whoever is there. */
  async pipeline(executionMode: ExecutionMode = "SUPERSEDED", source?: ActionDeclaration): Promise<string> {
    const ask: ActionDeclaration = {
      name: "Ask",
      actionTypeId: { category: "Approval", owner: "AWS", provider: "Manual", version: "1" },
    };
    const ship: ActionDeclaration = {
      name: "Ship",
      actionTypeId: { category: "Invoke", owner: "AWS", provider: "Lambda", version: "1" },
      configuration: { FunctionName: "ship" },
    };
    const stages = [
      { name: "Sign", actions: [ask] },
      { name: "Ship", actions: [ship] },
    ];
    const name = await this.create(stages, { executionMode }, source);
    await this.outcome(name, "Ship", { durationMs: HOUR_MS });
    return name;
  }

  /** Somebody else answers, past Pipedeck. */
  async answerElsewhere(
    pipeline: string,
    executionId: string,
    status: "Approved" | "Rejected",
  ): Promise<void> {
    const { actionExecutionDetails = [] } = await this.sdk.send(
      new ListActionExecutionsCommand({
        pipelineName: pipeline,
        filter: { pipelineExecutionId: executionId },
      }),
    );
    const state = await this.sdk.send(new GetPipelineStateCommand({ name: pipeline }));
    const inState = state.stageStates
      ?.find(({ stageName }) => stageName === "Sign")
      ?.actionStates?.find(({ actionName }) => actionName === "Ask")?.latestExecution?.token;
    const inRun = actionExecutionDetails.find(({ actionName }) => actionName === "Ask")?.output
      ?.executionResult?.externalExecutionId;
    await this.sdk.send(
      new PutApprovalResultCommand({
        pipelineName: pipeline,
        stageName: "Sign",
        actionName: "Ask",
        token: inState ?? inRun,
        result: { status, summary: "by hand" },
      }),
    );
    await this.pass(1);
  }

  /** Somebody else retries all of Ship. */
  async retryElsewhere(pipelineName: string, pipelineExecutionId: string): Promise<void> {
    const retryMode = "ALL_ACTIONS";
    await this.sdk.send(
      new RetryStageExecutionCommand({ pipelineName, stageName: "Ship", pipelineExecutionId, retryMode }),
    );
  }

  /** AWS's word for the action Ask of one execution. */
  async askStatus(pipeline: string, executionId: string): Promise<string | undefined> {
    const { actionExecutionDetails = [] } = await this.sdk.send(
      new ListActionExecutionsCommand({
        pipelineName: pipeline,
        filter: { pipelineExecutionId: executionId },
      }),
    );
    return actionExecutionDetails.find(({ actionName }) => actionName === "Ask")?.status;
  }
}
