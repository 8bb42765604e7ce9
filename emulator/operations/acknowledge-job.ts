import { acknowledgeJob as acknowledge } from "../engine/jobs/acknowledge-job";
import { findJob } from "../engine/jobs/find-job";
import { defineOperation } from "./operation";

interface Input {
  jobId: string;
  nonce: string;
}

/** AcknowledgeJob: a worker takes a job it was handed; the nonce is good once. */
export const acknowledgeJob = defineOperation<Input>({
  name: "AcknowledgeJob",
  input: "AcknowledgeJobInput",
  errors: ["InvalidNonce", "JobNotFound"],
  run(world, ctx, { jobId, nonce }) {
    acknowledge(findJob(world, ctx, jobId), nonce);
    return { status: "InProgress" };
  },
});
