import "server-only";
import {
  type ActionDeclaration,
  CodePipelineClient,
  CreatePipelineCommand,
  GetPipelineExecutionCommand,
  type PipelineDeclaration,
  type StageDeclaration,
} from "@aws-sdk/client-codepipeline";
import { newId } from "../new-id";
import { type EmulatorProcess, startEmulator } from "./emulator-process";

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";
const MINUTES_MS = 60_000;

/** A request the emulator let in. */
export interface JournalItem {
  operation: string;
  input: { pipelineName?: string; name?: string };
  outcome: string;
  requestId: string;
}

/** An emulator whose clock stands, with pipelines that tests make, and what tests do there past Pipedeck. */
export class EmulatedWorld {
  protected readonly sdk: CodePipelineClient;

  protected constructor(readonly emulator: EmulatorProcess) {
    this.sdk = new CodePipelineClient({
      endpoint: emulator.url,
      region: REGION,
      credentials: { accessKeyId: `AKIA${ACCOUNT}`, secretAccessKey: "emulator" },
    });
  }

  protected static startEmulator(): Promise<EmulatorProcess> {
    return startEmulator(["--world", "empty", "--clock", "manual"]);
  }

  /** What a configuration has for this world; reads and presses go through an assumed role, as in the demo. */
  target(id: string, include: string[] = []) {
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/pipedeck-read`;
    return { id, endpoint: this.emulator.url, roleArn, timeoutMs: 1000, include };
  }

  /**
   * A new pipeline under a name of its own: Source with the CodeCommit action App, then these stages. The run that
   * AWS starts with it fails in its source.
   */
  protected async create(stages: StageDeclaration[], more: Partial<PipelineDeclaration>): Promise<string> {
    const name = `shop-${newId().slice(0, 8)}`;
    await this.outcome(name, "App", { durationMs: 1000 });
    await this.outcome(name, "App", { status: "Failed", times: 1 });
    await this.sdk.send(new CreatePipelineCommand({ pipeline: declarationOf(name, stages, more) }));
    await this.pass(5);
    return name;
  }

  /** How an action, or a rule, ends from now on, or the next `times`. */
  async outcome(pipeline: string, action: string, outcome: object): Promise<void> {
    await this.emulator.control("POST", "/outcomes", { pipeline, action, ...outcome });
  }

  /** A new revision and the execution it starts, which goes as far as five minutes take it. */
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

  async executionStatus(pipelineName: string, pipelineExecutionId: string): Promise<string | undefined> {
    const { pipelineExecution } = await this.sdk.send(
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
      ({ operation: of, input }) => of === operation && (input.pipelineName ?? input.name) === pipeline,
    );
  }
}

/** A pipeline of type V2 unless told: Source with the CodeCommit action App, then these stages. */
export function declarationOf(
  name: string,
  stages: StageDeclaration[],
  more: Partial<PipelineDeclaration>,
): PipelineDeclaration {
  const source: ActionDeclaration = {
    name: "App",
    actionTypeId: { category: "Source", owner: "AWS", provider: "CodeCommit", version: "1" },
    outputArtifacts: [{ name: "src" }],
    configuration: { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "false" },
  };
  return {
    name,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/pipeline-service`,
    pipelineType: "V2",
    artifactStore: { type: "S3", location: "artifact-bucket" },
    stages: [{ name: "Source", actions: [source] }, ...stages],
    ...more,
  };
}
