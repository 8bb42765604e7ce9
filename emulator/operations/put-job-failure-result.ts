import { findJob } from "../engine/jobs/find-job";
import { failJob, type JobFailure } from "../engine/jobs/job-results";
import { defineOperation } from "./operation";

interface Input {
  jobId: string;
  failureDetails: JobFailure;
}

/** PutJobFailureResult: the action has failed; the type of the failure is its error code. */
export const putJobFailureResult = defineOperation<Input>({
  name: "PutJobFailureResult",
  input: "PutJobFailureResultInput",
  errors: ["JobNotFound", "InvalidJobState"],
  run(world, ctx, { jobId, failureDetails }) {
    failJob(world, findJob(world, ctx, jobId), failureDetails);
    return undefined;
  },
});
