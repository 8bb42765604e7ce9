import type { SmallWorld } from "../operations/testing/small-world";
import { errorCode } from "./attempt";
import type { Chronicle } from "./chronicle";

/** The action type that workers of random worlds serve. */
export const workedType = { category: "Build", owner: "Custom", provider: "Worker", version: "1" };

/** What CreateCustomActionType is asked for. */
export const workedDefinition = {
  category: "Build",
  provider: "Worker",
  version: "1",
  inputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
  outputArtifactDetails: { minimumCount: 0, maximumCount: 5 },
};

/** How a worker ends its job. */
export type Report = "succeed" | "go on" | "fail";

interface Context {
  pipelineName: string;
  pipelineExecutionId: string;
  action: { actionExecutionId: string };
}

interface HandedOut {
  id: string;
  nonce: string;
  data: { pipelineContext: Context };
}

/** Workers that ask for jobs, take them, also twice, and report what came of them, also too late. */
export class Workers {
  readonly #small: SmallWorld;
  readonly #chronicle: Chronicle;
  /** By id, as handed out last. */
  readonly #offered = new Map<string, HandedOut>();
  readonly #taken = new Map<string, HandedOut>();
  readonly #reported = new Set<string>();

  constructor(small: SmallWorld, chronicle: Chronicle) {
    this.#small = small;
    this.#chronicle = chronicle;
  }

  /** What the events say about the action of a job. */
  #stateOf({ data }: HandedOut): string | undefined {
    const { pipelineName, pipelineExecutionId, action } = data.pipelineContext;
    return this.#chronicle.execution(pipelineName, pipelineExecutionId)?.actions.get(action.actionExecutionId)
      ?.state;
  }

  #putAny(operation: string, body: object): string | undefined {
    return errorCode(() => this.#small.ask(operation, body));
  }

  /** The action type goes, or comes back. */
  setType(isThere: boolean): void {
    this.#putAny(isThere ? "CreateCustomActionType" : "DeleteCustomActionType", workedDefinition);
  }

  /** Asks for jobs and takes one of those handed out so far. Answers what is wrong. */
  take(which: number): string | undefined {
    errorCode(() => {
      const { jobs } = this.#small.ask<{ jobs: HandedOut[] }>("PollForJobs", {
        actionTypeId: workedType,
        maxBatchSize: 10,
      });
      for (const job of jobs) this.#offered.set(job.id, job);
    });
    const all = [...this.#offered.values()];
    const job = all.at(-1 - (which % Math.max(1, all.length)));
    if (!job) return undefined;
    const { id: jobId, nonce } = job;
    const code = this.#putAny("AcknowledgeJob", { jobId, nonce });
    const isFree = this.#stateOf(job) === "STARTED" && !this.#taken.has(jobId);
    if (isFree && code !== undefined) return `job ${jobId}, free to be taken, answers ${code}`;
    if (!isFree && code !== "InvalidNonceException")
      return `job ${jobId}, taken or over, answers ${code ?? "well"}`;
    this.#taken.set(jobId, job);
    return undefined;
  }

  /** Reports about one of the jobs taken so far, or again about one that is over. Answers what is wrong. */
  report(which: number, how: Report): string | undefined {
    const all = [...this.#taken.values()];
    const job = all.at(-1 - (which % Math.max(1, all.length)));
    if (!job) return undefined;
    const before = this.#stateOf(job);
    const { id: jobId } = job;
    const isOpen = before === "STARTED" && !this.#reported.has(jobId);
    const code =
      how === "fail"
        ? this.#putAny("PutJobFailureResult", {
            jobId,
            failureDetails: { type: "JobFailed", message: "No" },
          })
        : this.#putAny("PutJobSuccessResult", {
            jobId,
            ...(how === "go on" && { continuationToken: "t" }),
          });
    if (!isOpen) {
      return code === "InvalidJobStateException"
        ? undefined
        : `the result of job ${jobId}, which is over, answers ${code ?? "well"}`;
    }
    this.#reported.add(jobId);
    if (code !== undefined) return `the result of job ${jobId} answers ${code}`;
    const expected = { succeed: "SUCCEEDED", "go on": "STARTED", fail: "FAILED" }[how];
    const after = this.#stateOf(job);
    return after === expected ? undefined : `after job ${jobId} the action is ${after}, not ${expected}`;
  }
}
