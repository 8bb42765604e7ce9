import type { Job } from "../record";
import { ServiceError } from "../service-error";

/**
 * A worker takes a job that was handed out with this nonce; nobody else gets it then. Throws InvalidNonceException for any
 * other nonce: the job was taken, is over, or was handed out once more.
 */
export function acknowledgeJob(job: Job, nonce: string): void {
  if (job.status !== "Dispatched" || nonce !== String(job.nonce)) {
    throw new ServiceError("InvalidNonceException", `The nonce is not the newest of job '${job.id}'`);
  }
  job.keeper.take(job);
}
