import { findPartnerJob } from "../engine/jobs/find-job";
import { type JobSuccess, succeedJob } from "../engine/jobs/job-results";
import { defineOperation } from "./operation";

type Input = Omit<JobSuccess, "outputVariables"> & { jobId: string; clientToken: string };

/** PutThirdPartyJobSuccessResult: as PutJobSuccessResult, without output variables. */
export const putThirdPartyJobSuccessResult = defineOperation<Input>({
  name: "PutThirdPartyJobSuccessResult",
  input: "PutThirdPartyJobSuccessResultInput",
  errors: ["JobNotFound", "InvalidJobState", "InvalidClientToken"],
  run(world, ctx, { jobId, clientToken, ...success }) {
    succeedJob(world, findPartnerJob(world, ctx, jobId, clientToken), success);
    return undefined;
  },
});
