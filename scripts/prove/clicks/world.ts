import {
  type ActionDeclaration,
  CodePipelineClient,
  CreatePipelineCommand,
  type ExecutionMode,
  PutApprovalResultCommand,
  type StageDeclaration,
  StopPipelineExecutionCommand,
} from "@aws-sdk/client-codepipeline";
import { controlEmulator } from "../../testing/emulator-control";
import type { Thing } from "./verbs";

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";
const MODES: readonly ExecutionMode[] = ["PARALLEL", "PARALLEL", "PARALLEL", "QUEUED", "SUPERSEDED"];
const WARD_MODES: readonly ExecutionMode[] = ["SUPERSEDED", "QUEUED", "PARALLEL"];

/** The target that shows this world; short waits, so that what hangs hangs for three seconds. */
export const TARGET = { id: "dev-eu", name: "Dev Europe", account: ACCOUNT, region: REGION, timeoutMs: 1000 };

const action = (name: string, category: string, provider: string, more: object): ActionDeclaration =>
  ({
    name,
    actionTypeId: { category, owner: "AWS", provider, version: "1" },
    ...more,
  }) as ActionDeclaration;

const lambda = (name: string) =>
  action(name, "Invoke", "Lambda", { configuration: { FunctionName: "work" } });

const SIGNED: readonly StageDeclaration[] = [
  { name: "Sign", actions: [action("Ask", "Approval", "Manual", {})] },
  { name: "Ship", actions: [lambda("Ship")] },
];
const WARDED: readonly StageDeclaration[] = [
  {
    name: "Ward",
    actions: [lambda("Work")],
    beforeEntry: {
      conditions: [
        {
          result: "FAIL",
          rules: [
            {
              name: "Check",
              ruleTypeId: { category: "Rule", owner: "AWS", provider: "LambdaInvoke", version: "1" },
              configuration: { FunctionName: "check" },
            },
          ],
        },
      ],
    },
  },
];

/**
 * Pipelines of three stages, Source, Sign (the approval Ask) and Ship; others of Source and Ward, whose condition is never
 * met and whose action fails; and whoever works there past Pipedeck.
 */
export class World {
  readonly pipelines: string[] = [];
  /** Executions that went through Ship, by pipeline. */
  readonly good = new Map<string, string>();
  readonly #wards = new Set<string>();
  readonly #modes = new Map<string, ExecutionMode>();
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
      await this.#create(name, MODES[index % MODES.length] ?? "PARALLEL", SIGNED);
      this.pipelines.push(name);
    }
    await this.pass(60_000);
  }

  /** Pipelines with a condition to override, and with something to retry once it is. */
  async buildWards(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const name = `ward-${index}`;
      await this.#control("/outcomes", { pipeline: name, action: "App", durationMs: 1000 });
      await this.#control("/outcomes", { pipeline: name, rule: "Check", status: "Failed", durationMs: 1000 });
      await this.#control("/outcomes", {
        pipeline: name,
        action: "Work",
        status: "Failed",
        durationMs: 1000,
      });
      await this.#create(name, WARD_MODES[index % WARD_MODES.length] ?? "PARALLEL", WARDED);
      this.pipelines.push(name);
      this.#wards.add(name);
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
      const kind = this.#wards.has(pipeline) ? ("ward" as const) : ("sign" as const);
      const good = this.good.get(pipeline);
      const mode = this.#modes.get(pipeline) ?? "SUPERSEDED";
      things.push(...executionIds.map((executionId) => ({ pipeline, executionId, kind, mode, good })));
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

  async #create(
    name: string,
    executionMode: ExecutionMode,
    stages: readonly StageDeclaration[],
  ): Promise<void> {
    this.#modes.set(name, executionMode);
    const source = action("App", "Source", "CodeCommit", {
      outputArtifacts: [{ name: "src" }],
      configuration: { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "false" },
    });
    await this.#sdk.send(
      new CreatePipelineCommand({
        pipeline: {
          name,
          roleArn: `arn:aws:iam::${ACCOUNT}:role/pipeline-service`,
          pipelineType: "V2",
          executionMode,
          artifactStore: { type: "S3", location: "artifact-bucket" },
          stages: [{ name: "Source", actions: [source] }, ...stages],
        },
      }),
    );
  }

  #control<T>(path: string, body: object): Promise<T> {
    return controlEmulator<T>(this.emulatorUrl, "POST", path, body);
  }
}
