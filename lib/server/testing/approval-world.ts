import "server-only";
import {
  type ActionDeclaration,
  CodePipelineClient,
  CreatePipelineCommand,
  type ExecutionMode,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  PutApprovalResultCommand,
} from "@aws-sdk/client-codepipeline";
import { newId } from "../new-id";
import { type EmulatorProcess, startEmulator } from "./emulator-process";

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";
const MINUTES_MS = 60_000;

/** A request the emulator let in. */
interface JournalItem {
  operation: string;
  input: { pipelineName?: string };
  outcome: string;
  requestId: string;
}

/** An emulator with pipelines of three stages: Source, Sign (the approval Ask), Ship (a task of one hour). */
export class ApprovalWorld {
  readonly emulator: EmulatorProcess;
  readonly #sdk: CodePipelineClient;

  private constructor(emulator: EmulatorProcess) {
    this.emulator = emulator;
    this.#sdk = new CodePipelineClient({
      endpoint: emulator.url,
      region: REGION,
      credentials: { accessKeyId: `AKIA${ACCOUNT}`, secretAccessKey: "emulator" },
    });
  }

  static async start(): Promise<ApprovalWorld> {
    return new ApprovalWorld(await startEmulator(["--world", "empty", "--clock", "manual"]));
  }

  /** What a configuration has for this world; reads and presses go through an assumed role, as in the demo. */
  target(id: string, include: string[] = []) {
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/pipedeck-read`;
    return { id, endpoint: this.emulator.url, roleArn, timeoutMs: 1000, include };
  }

  /** A new pipeline under a name of its own. */
  async pipeline(executionMode: ExecutionMode = "SUPERSEDED"): Promise<string> {
    const name = `shop-${newId().slice(0, 8)}`;
    const source: ActionDeclaration = {
      name: "App",
      actionTypeId: { category: "Source", owner: "AWS", provider: "CodeCommit", version: "1" },
      outputArtifacts: [{ name: "src" }],
      configuration: { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "false" },
    };
    const ask: ActionDeclaration = {
      name: "Ask",
      actionTypeId: { category: "Approval", owner: "AWS", provider: "Manual", version: "1" },
    };
    const ship: ActionDeclaration = {
      name: "Ship",
      actionTypeId: { category: "Invoke", owner: "AWS", provider: "Lambda", version: "1" },
      configuration: { FunctionName: "ship" },
    };
    await this.emulator.control("POST", "/outcomes", {
      pipeline: name,
      action: "Ship",
      durationMs: 60 * MINUTES_MS,
    });
    await this.emulator.control("POST", "/outcomes", { pipeline: name, action: "App", durationMs: 1000 });
    // A new pipeline runs at once; that run must not wait at the approval.
    await this.emulator.control("POST", "/outcomes", {
      pipeline: name,
      action: "App",
      status: "Failed",
      times: 1,
    });
    await this.#sdk.send(
      new CreatePipelineCommand({
        pipeline: {
          name,
          roleArn: `arn:aws:iam::${ACCOUNT}:role/pipeline-service`,
          pipelineType: "V2",
          executionMode,
          artifactStore: { type: "S3", location: "artifact-bucket" },
          stages: [
            { name: "Source", actions: [source] },
            { name: "Sign", actions: [ask] },
            { name: "Ship", actions: [ship] },
          ],
        },
      }),
    );
    await this.pass(5);
    return name;
  }

  /** A new revision and the execution it starts, which soon waits at the approval or behind whoever is there. */
  async release(pipeline: string, revisionId = newId().replaceAll("-", "").padEnd(40, "0")): Promise<string> {
    const body = {
      account: ACCOUNT,
      region: REGION,
      pipeline,
      action: "App",
      revisionId,
      // As connections to a Git host tell it.
      summary: JSON.stringify({
        ProviderType: "GitHub",
        CommitMessage: `Change ${revisionId.slice(0, 4)}\n\nmore`,
      }),
    };
    const answer = await this.emulator.control("POST", "/revisions", body);
    await this.pass(5);
    const ids =
      typeof answer === "object" && answer !== null && "executionIds" in answer ? answer.executionIds : [];
    const id: unknown = Array.isArray(ids) ? ids[0] : undefined;
    if (typeof id !== "string") throw new Error(`the revision started nothing: ${JSON.stringify(answer)}`);
    return id;
  }

  async pass(minutes: number): Promise<void> {
    await this.emulator.control("POST", "/clock", { advanceMs: minutes * MINUTES_MS });
  }

  /** The next `times` calls of an operation go wrong in this way. */
  async fault(operation: string, kind: string, times = 1): Promise<void> {
    await this.emulator.control("POST", "/faults", { operation, kind, times });
  }

  /** Somebody else answers, past Pipedeck. */
  async answerElsewhere(
    pipeline: string,
    executionId: string,
    status: "Approved" | "Rejected",
  ): Promise<void> {
    const { actionExecutionDetails = [] } = await this.#sdk.send(
      new ListActionExecutionsCommand({
        pipelineName: pipeline,
        filter: { pipelineExecutionId: executionId },
      }),
    );
    const state = await this.#sdk.send(new GetPipelineStateCommand({ name: pipeline }));
    const inState = state.stageStates
      ?.find(({ stageName }) => stageName === "Sign")
      ?.actionStates?.find(({ actionName }) => actionName === "Ask")?.latestExecution?.token;
    const inRun = actionExecutionDetails.find(({ actionName }) => actionName === "Ask")?.output
      ?.executionResult?.externalExecutionId;
    await this.#sdk.send(
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

  /** AWS's word for the action Ask of one execution. */
  async askStatus(pipeline: string, executionId: string): Promise<string | undefined> {
    const { actionExecutionDetails = [] } = await this.#sdk.send(
      new ListActionExecutionsCommand({
        pipelineName: pipeline,
        filter: { pipelineExecutionId: executionId },
      }),
    );
    return actionExecutionDetails.find(({ actionName }) => actionName === "Ask")?.status;
  }

  async executionStatus(pipelineName: string, pipelineExecutionId: string): Promise<string | undefined> {
    const { pipelineExecution } = await this.#sdk.send(
      new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId }),
    );
    return pipelineExecution?.status;
  }

  /** What the emulator saw of an operation on a pipeline, oldest first. */
  async posts(operation: string, pipeline: string): Promise<JournalItem[]> {
    const journal = await this.emulator.control("GET", "/journal?after=0");
    const items = typeof journal === "object" && journal !== null && "items" in journal ? journal.items : [];
    // The journal is the emulator's own contract; its items have these members.
    return (items as JournalItem[]).filter(
      (item) => item.operation === operation && item.input.pipelineName === pipeline,
    );
  }
}
