import type { Worker } from "../action-types/action-types";
import { makeOutputArtifacts } from "../artifacts";
import { day } from "../duration";
import { namedRandom } from "../named-random";
import type { ActionRun, Job } from "../record";
import type { Simulation } from "../simulation";

/** Created and queued are the first two states of a job, so that it is handed out with the third number. */
const queuedNonce = 2;

/** An action that waits for workers longer than this has failed. */
export const mostWorkedMs = day;

/** The client of a partner: one for each account and provider. */
function clientOf(sim: Simulation, { declaration, stageRun }: ActionRun): string {
  const { account, region } = stageRun.execution.pipeline;
  return namedRandom(sim.seed, account, region, declaration.actionTypeId.provider, "client").uuid();
}

/** Queues a job for an action in progress; `continuationToken` is what the job before it left. */
export function queueJob(
  sim: Simulation,
  run: ActionRun,
  kind: Worker["kind"],
  continuationToken?: string,
): void {
  const { execution } = run.stageRun;
  const { account, region, random } = execution.pipeline;
  const records = sim.region(account, region);
  run.promisedArtifacts ??= makeOutputArtifacts(execution, run.declaration);
  const book = kind === "custom" ? records.jobs : records.partnerJobs;
  const job: Job = {
    id: random.uuid(),
    run,
    keeper: book,
    status: "Queued",
    nonce: queuedNonce,
    offeredAt: 0,
    ...(continuationToken !== undefined && { continuationToken }),
    ...(kind === "partner" && { clientId: clientOf(sim, run) }),
  };
  book.add(job);
  run.job = job;
}

/** The job of an action, if it has one, is over: by a result, a time-out, or as nobody waits for the action any more. */
export function endJob(run: ActionRun): void {
  const { job } = run;
  if (!job) return;
  run.job = undefined;
  job.keeper.end(job);
}
