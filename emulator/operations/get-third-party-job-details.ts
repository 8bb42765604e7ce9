import { findPartnerJob } from "../engine/jobs/find-job";
import { ServiceError } from "../engine/service-error";
import { jobData } from "../engine/views/job-data";
import { defineOperation } from "./operation";

interface Input {
  jobId: string;
  clientToken: string;
}

/** GetThirdPartyJobDetails: what a partner's worker is asked to do, and the nonce. A job that is over: InvalidJobException. */
export const getThirdPartyJobDetails = defineOperation<Input>({
  name: "GetThirdPartyJobDetails",
  input: "GetThirdPartyJobDetailsInput",
  errors: ["JobNotFound", "InvalidClientToken", "InvalidJob"],
  run(world, ctx, { jobId, clientToken }) {
    const job = findPartnerJob(world, ctx, jobId, clientToken);
    if (job.status === "Ended") throw new ServiceError("InvalidJobException", `The job '${jobId}' is over`);
    return { jobDetails: { id: job.id, data: jobData(world, job), nonce: String(job.nonce) } };
  },
});
