import {
  type ActionExecutionDetail,
  CodePipelineClient,
  DisableStageTransitionCommand,
  EnableStageTransitionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  PutApprovalResultCommand,
  RollbackStageCommand,
  StopPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { controlEmulator } from "../../testing/emulator-control";
import { TARGET } from "../clicks/world";

/** Somebody else who works at AWS, past Pipedeck, and the witness who looks afterwards. */
export class Hands {
  readonly #sdk: CodePipelineClient;

  constructor(private readonly emulatorUrl: string) {
    this.#sdk = new CodePipelineClient({
      endpoint: emulatorUrl,
      region: TARGET.region,
      credentials: { accessKeyId: `AKIA${TARGET.account}`, secretAccessKey: "emulator" },
    });
  }

  /** A new revision in one pipeline; answers the execution it starts. */
  async release(pipeline: string): Promise<string> {
    const { account, region } = TARGET;
    const { executionIds = [] } = await controlEmulator<{ executionIds?: string[] }>(
      this.emulatorUrl,
      "POST",
      "/revisions",
      { account, region, pipeline, action: "App" },
    );
    const [id] = executionIds;
    if (id === undefined) throw new Error(`a revision of ${pipeline} started nothing`);
    return id;
  }

  /** Answers the approval that an execution waits at; nothing where it does not wait. */
  async answer(pipeline: string, executionId: string, status: "Approved" | "Rejected"): Promise<void> {
    const [ask] = await this.runs(pipeline, "Ask", executionId);
    const state = await this.#sdk.send(new GetPipelineStateCommand({ name: pipeline }));
    const sign = state.stageStates?.find(({ stageName }) => stageName === "Sign");
    const isThere = sign?.latestExecution?.pipelineExecutionId === executionId;
    const token = isThere
      ? sign?.actionStates?.[0]?.latestExecution?.token
      : ask?.output?.executionResult?.externalExecutionId;
    if (ask?.status !== "InProgress" || token === undefined) return;
    const result = { status, summary: "by hand" };
    const place = { pipelineName: pipeline, stageName: "Sign", actionName: "Ask" };
    await this.#sdk.send(new PutApprovalResultCommand({ ...place, token, result })).catch(ignore);
  }

  async abandon(pipelineName: string, pipelineExecutionId: string): Promise<void> {
    const stop = { pipelineName, pipelineExecutionId, abandon: true, reason: "by hand" };
    await this.#sdk.send(new StopPipelineExecutionCommand(stop)).catch(ignore);
  }

  async rollBack(pipelineName: string, targetPipelineExecutionId: string): Promise<void> {
    const rollback = { pipelineName, stageName: "Ship", targetPipelineExecutionId };
    await this.#sdk.send(new RollbackStageCommand(rollback)).catch(ignore);
  }

  /** Opens or closes the way into a stage. */
  async gate(pipelineName: string, stageName: string, open: boolean): Promise<void> {
    const transition = { pipelineName, stageName, transitionType: "Inbound" } as const;
    await (open
      ? this.#sdk.send(new EnableStageTransitionCommand(transition))
      : this.#sdk.send(new DisableStageTransitionCommand({ ...transition, reason: "by hand" })));
  }

  /** Makes room: whatever still runs in a pipeline is abandoned. */
  async clear(pipelineName: string): Promise<void> {
    const { pipelineExecutionSummaries = [] } = await this.#sdk.send(
      new ListPipelineExecutionsCommand({ pipelineName, maxResults: 100 }),
    );
    for (const { pipelineExecutionId = "", status } of pipelineExecutionSummaries)
      if (status === "InProgress" || status === "Stopping")
        await this.abandon(pipelineName, pipelineExecutionId);
  }

  /** Which execution is in a stage, or was last. */
  async inStage(pipeline: string, stage: string): Promise<string | undefined> {
    const { stageStates = [] } = await this.#sdk.send(new GetPipelineStateCommand({ name: pipeline }));
    return stageStates.find(({ stageName }) => stageName === stage)?.latestExecution?.pipelineExecutionId;
  }

  /** Runs of an action, newest first, of one execution or of the newest hundred. */
  async runs(pipelineName: string, action: string, executionId?: string): Promise<ActionExecutionDetail[]> {
    const filter = executionId === undefined ? undefined : { pipelineExecutionId: executionId };
    const { actionExecutionDetails = [] } = await this.#sdk.send(
      new ListActionExecutionsCommand({ pipelineName, filter, maxResults: 100 }),
    );
    return actionExecutionDetails.filter(({ actionName }) => actionName === action);
  }
}

/** The world may have moved for somebody else too. */
function ignore(): void {}
