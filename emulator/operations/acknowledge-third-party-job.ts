import { acknowledgeJob } from "../engine/jobs/acknowledge-job";
import { findPartnerJob } from "../engine/jobs/find-job";
import { defineOperation } from "./operation";

interface Input {
  jobId: string;
  nonce: string;
  clientToken: string;
}

/** AcknowledgeThirdPartyJob: a partner's worker takes a job; the nonce is that of GetThirdPartyJobDetails. */
export const acknowledgeThirdPartyJob = defineOperation<Input>({
  name: "AcknowledgeThirdPartyJob",
  input: "AcknowledgeThirdPartyJobInput",
  errors: ["InvalidNonce", "JobNotFound", "InvalidClientToken"],
  run(world, ctx, { jobId, nonce, clientToken }) {
    acknowledgeJob(findPartnerJob(world, ctx, jobId, clientToken), nonce);
    return { status: "InProgress" };
  },
});
