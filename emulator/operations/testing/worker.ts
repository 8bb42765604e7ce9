import type { PipelineDeclaration } from "../../engine/declaration";
import { action, pipelineOf, stage } from "./declarations";
import { SmallWorld } from "./small-world";

/** A custom action type `Make` of the category Build, with a queryable property and a secret. */
export const makeType = {
  category: "Build",
  provider: "Make",
  version: "1",
  settings: {
    entityUrlTemplate: "https://make.example/{Config:Project}",
    executionUrlTemplate: "https://make.example/{Config:Project}/runs/{ExternalExecutionId}",
  },
  configurationProperties: [
    { name: "Project", required: true, key: true, secret: false, queryable: true, description: "What" },
    { name: "Password", required: false, key: false, secret: true },
  ],
  inputArtifactDetails: { minimumCount: 0, maximumCount: 1 },
  outputArtifactDetails: { minimumCount: 0, maximumCount: 1 },
};

export const makeId = { category: "Build", owner: "Custom", provider: "Make", version: "1" };

/** A pipeline `shop` whose stage `Make` has one action `Go` of that type; `after` it, if given, stage `After`. */
export function madeShop(parts: Partial<PipelineDeclaration> = {}): PipelineDeclaration {
  const go = action("Build/Make", "Go", {
    owner: "Custom",
    inputs: ["src"],
    outputs: ["built"],
    namespace: "Make",
    configuration: { Project: "shop", Password: "hush" },
  });
  return pipelineOf("shop", [stage("Make", [go])], parts);
}

/** A job as a worker is handed it. */
export interface JobAnswer {
  id: string;
  nonce: string;
  accountId: string;
  data: {
    actionConfiguration: { configuration: Record<string, string> };
    pipelineContext: Record<string, unknown>;
    inputArtifacts: unknown[];
    outputArtifacts: unknown[];
    artifactCredentials?: Record<string, string>;
    continuationToken?: string;
    encryptionKey?: unknown;
  };
}

/** A worker of the type `Make`, in a world where its action has just begun. */
export class MakeWorld extends SmallWorld {
  constructor(parts: Partial<PipelineDeclaration> = {}) {
    super();
    this.ask("CreateCustomActionType", makeType);
    this.world.outcomes.add({ action: "App", durationMs: 0 });
    this.create(madeShop(parts));
    this.pass(1);
  }

  poll(more: Record<string, unknown> = {}): JobAnswer[] {
    const body = { actionTypeId: makeId, queryParam: { Project: "shop" }, ...more };
    return this.ask<{ jobs: JobAnswer[] }>("PollForJobs", body).jobs;
  }

  /** Polls for a job and takes it. */
  takeJob(): JobAnswer {
    const [job] = this.poll();
    if (!job) throw new Error("there is no job");
    this.ask("AcknowledgeJob", { jobId: job.id, nonce: job.nonce });
    return job;
  }

  /** The action as GetPipelineState shows it. */
  go() {
    return this.action("shop", "Make", "Go").latestExecution;
  }
}
