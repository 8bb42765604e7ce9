import { noSuchType } from "../engine/action-types/no-such-type";
import { pollingAccounts } from "../engine/action-types/partner-types";
import type { ActionTypeId } from "../engine/declaration";
import { defineOperation } from "./operation";

interface Input {
  actionTypeId: ActionTypeId;
  maxBatchSize?: number;
}

/** PollForThirdPartyJobs: jobs of a partner's actions in every account of the region, for the accounts UpdateActionType named. */
export const pollForThirdPartyJobs = defineOperation<Input>({
  name: "PollForThirdPartyJobs",
  input: "PollForThirdPartyJobsInput",
  errors: ["ActionTypeNotFound"],
  run(world, ctx, { actionTypeId, maxBatchSize = 1 }) {
    const { partners, partnerJobs } = world.region(ctx.account, ctx.region);
    const type = partners.of(actionTypeId);
    if (!type || !pollingAccounts(type).includes(ctx.account)) throw noSuchType(actionTypeId);
    const offered = partnerJobs.offer(actionTypeId, maxBatchSize, world.now, () => true);
    return { jobs: offered.map(({ id, clientId }) => ({ clientId, jobId: id })) };
  },
});
