import {
  type ActionDeclaration,
  CodePipelineClient,
  CreatePipelineCommand,
  type ExecutionMode,
  PutApprovalResultCommand,
  StopPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { controlEmulator } from "../../testing/emulator-control";
import type { Thing } from "./verbs";

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";
const MODES: readonly ExecutionMode[] = ["PARALLEL", "PARALLEL", "PARALLEL", "QUEUED", "SUPERSEDED"];

/** The target that shows this world; short waits, so that what hangs hangs for three seconds. */
export const TARGET = { id: "dev-eu", name: "Dev Europe", account: ACCOUNT, region: REGION, timeoutMs: 1000 };

const action = (name: string, category: string, provider: string, more: object): ActionDeclaration =>
  ({
    name,
    actionTypeId: { category, owner: "AWS", provider, version: "1" },
    ...more,
  }) as ActionDeclaration;

/** Pipelines of three stages, Source, Sign (the approval Ask) and Ship, and whoever works there past Pipedeck. */
export class World {
  readonly pipelines: string[] = [];
  readonly #sdk: CodePipelineClient;

  constructor(private readonly emulatorUrl: string) {
    this.#sdk = new CodePipelineClient({
      endpoint: emulatorUrl,
      region: REGION,
      credentials: { accessKeyId: `AKIA${ACCOUNT}`, secretAccessKey: "emulator" },
    });
  }

  async build(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const name = `shop-${index}`;
      await this.#control("/outcomes", { pipeline: name, action: "App", durationMs: 1000 });
      await this.#control("/outcomes", { pipeline: name, action: "Ship", durationMs: 600_000 });
      // A new pipeline runs at once; that run must not wait at the approval.
      await this.#control("/outcomes", { pipeline: name, action: "App", status: "Failed", times: 1 });
      await this.#create(name, MODES[index % MODES.length] ?? "PARALLEL");
      this.pipelines.push(name);
    }
    await this.pass(60_000);
  }

  /** A new revision in each pipeline and the executions they start, which soon wait at the approval. */
  async release(): Promise<Thing[]> {
    const things: Thing[] = [];
    for (const pipeline of this.pipelines) {
      const { executionIds = [] } = await this.#control<{ executionIds?: string[] }>("/revisions", {
        account: ACCOUNT,
        region: REGION,
        pipeline,
        action: "App",
      });
      things.push(...executionIds.map((executionId) => ({ pipeline, executionId })));
    }
    await this.pass(5000);
    return things;
  }

  /** Makes room: whoever works past Pipedeck abandons what still runs. */
  async clear(things: readonly Thing[]): Promise<void> {
    for (const { pipeline, executionId } of things) {
      const command = new StopPipelineExecutionCommand({
        pipelineName: pipeline,
        pipelineExecutionId: executionId,
        abandon: true,
        reason: "making room",
      });
      // What befalls a press befalls this hand too, and the SDK as it comes waits for ever.
      await this.#sdk.send(command, { abortSignal: AbortSignal.timeout(2000) }).catch(() => undefined);
    }
    await this.pass(5000);
  }

  /** Moves the emulated clock. */
  async pass(advanceMs: number): Promise<void> {
    await this.#control("/clock", { advanceMs });
  }

  /** One approval the way a program makes it that leaves the SDK as it comes. How it ended does not matter here. */
  async approveBare({ pipeline, executionId }: Thing): Promise<void> {
    const command = new PutApprovalResultCommand({
      pipelineName: pipeline,
      stageName: "Sign",
      actionName: "Ask",
      token: executionId,
      result: { status: "Approved", summary: "bare" },
    });
    await this.#sdk.send(command).catch(() => undefined);
  }

  async #create(name: string, executionMode: ExecutionMode): Promise<void> {
    const source = action("App", "Source", "CodeCommit", {
      outputArtifacts: [{ name: "src" }],
      configuration: { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "false" },
    });
    const ship = action("Ship", "Invoke", "Lambda", { configuration: { FunctionName: "ship" } });
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
            { name: "Sign", actions: [action("Ask", "Approval", "Manual", {})] },
            { name: "Ship", actions: [ship] },
          ],
        },
      }),
    );
  }

  #control<T>(path: string, body: object): Promise<T> {
    return controlEmulator<T>(this.emulatorUrl, "POST", path, body);
  }
}
