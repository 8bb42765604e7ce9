import { findPartnerJob } from "../engine/jobs/find-job";
import { failJob, type JobFailure } from "../engine/jobs/job-results";
import { defineOperation } from "./operation";

interface Input {
  jobId: string;
  clientToken: string;
  failureDetails: JobFailure;
}

/** PutThirdPartyJobFailureResult: as PutJobFailureResult. */
export const putThirdPartyJobFailureResult = defineOperation<Input>({
  name: "PutThirdPartyJobFailureResult",
  input: "PutThirdPartyJobFailureResultInput",
  errors: ["JobNotFound", "InvalidJobState", "InvalidClientToken"],
  run(world, ctx, { jobId, clientToken, failureDetails }) {
    failJob(world, findPartnerJob(world, ctx, jobId, clientToken), failureDetails);
    return undefined;
  },
});
