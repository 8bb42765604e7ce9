import { findJob } from "../engine/jobs/find-job";
import { jobData } from "../engine/views/job-data";
import { defineOperation } from "./operation";

interface Input {
  jobId: string;
}

/** GetJobDetails: what PollForJobs told about a job, whatever has become of it. */
export const getJobDetails = defineOperation<Input>({
  name: "GetJobDetails",
  input: "GetJobDetailsInput",
  errors: ["JobNotFound"],
  run(world, ctx, { jobId }) {
    const job = findJob(world, ctx, jobId);
    return { jobDetails: { id: job.id, data: jobData(world, job), accountId: ctx.account } };
  },
});
