import { findJob } from "../engine/jobs/find-job";
import { type JobSuccess, succeedJob } from "../engine/jobs/job-results";
import { defineOperation } from "./operation";

type Input = JobSuccess & { jobId: string };

/** PutJobSuccessResult: the action has succeeded, or goes on with the next job when a continuation token is given. */
export const putJobSuccessResult = defineOperation<Input>({
  name: "PutJobSuccessResult",
  input: "PutJobSuccessResultInput",
  errors: ["JobNotFound", "InvalidJobState", "OutputVariablesSizeExceeded"],
  run(world, ctx, { jobId, ...success }) {
    succeedJob(world, findJob(world, ctx, jobId), success);
    return undefined;
  },
});
