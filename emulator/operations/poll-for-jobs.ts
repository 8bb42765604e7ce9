import { noSuchType } from "../engine/action-types/no-such-type";
import type { ActionTypeId } from "../engine/declaration";
import type { Job } from "../engine/record";
import { ServiceError } from "../engine/service-error";
import { jobData } from "../engine/views/job-data";
import type { ActionTypeEntry } from "../providers/action-type-catalogue";
import { defineOperation } from "./operation";

interface Input {
  actionTypeId: ActionTypeId;
  maxBatchSize?: number;
  queryParam?: Record<string, string>;
}

/** Jobs whose actions say the same as the query, which must name the queryable property of the type and no other. */
function wantedBy(
  { properties }: ActionTypeEntry,
  query: Readonly<Record<string, string>>,
): (job: Job) => boolean {
  const property = properties.find(({ queryable }) => queryable)?.name;
  const asked = Object.keys(query);
  if (property === undefined && asked.length > 0) {
    throw new ServiceError(
      "ValidationException",
      "The action type has no queryable property; queryParam must be empty",
    );
  }
  if (property !== undefined && asked[0] !== property) {
    throw new ServiceError(
      "ValidationException",
      `queryParam must give the queryable property '${property}' of the action type`,
    );
  }
  return ({ run }) => property === undefined || run.resolvedConfiguration[property] === query[property];
}

/** PollForJobs: hands out jobs of custom actions, oldest first, one unless more are asked for. */
export const pollForJobs = defineOperation<Input>({
  name: "PollForJobs",
  input: "PollForJobsInput",
  errors: ["ActionTypeNotFound"],
  run(world, ctx, { actionTypeId, maxBatchSize = 1, queryParam = {} }) {
    const { types, jobs } = world.region(ctx.account, ctx.region);
    const type = actionTypeId.owner === "Custom" ? types.own(actionTypeId) : undefined;
    if (!type) throw noSuchType(actionTypeId);
    const offered = jobs.offer(actionTypeId, maxBatchSize, world.now, wantedBy(type.entry, queryParam));
    return {
      jobs: offered.map((job) => ({
        id: job.id,
        data: jobData(world, job),
        nonce: String(job.nonce),
        accountId: ctx.account,
      })),
    };
  },
});
