import { day, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import type { ProviderModel } from "./provider-model";

const verbs: Readonly<Record<string, string>> = {
  CHANGE_SET_REPLACE: "Change set was created.",
  CHANGE_SET_EXECUTE: "Change set was executed.",
  DELETE_ONLY: "Stack was deleted.",
};

/** CloudFormation: stacks and change sets. */
export const cloudFormation: ProviderModel = {
  timeoutMs: 3 * day,
  plan({ random, account, region, configuration }) {
    const stack = configuration.StackName ?? configuration.StackSetName ?? "stack";
    const arn = `arn:aws:cloudformation:${region}:${account}:stack/${stack}/${random.uuid()}`;
    return {
      durationMs: random.between(40 * second, 180 * second),
      externalExecutionId: arn,
      externalExecutionUrl: consoleUrl(
        region,
        `cloudformation/home?#/stacks/stackinfo?stackId=${encodeURIComponent(arn)}`,
      ),
      summary: verbs[configuration.ActionMode ?? ""] ?? `Stack ${stack} was updated.`,
      outputVariables: { StackName: stack },
      failure: {
        code: "JobFailed",
        message: `Stack ${stack} went to UPDATE_ROLLBACK_COMPLETE: a resource could not be updated.`,
      },
    };
  },
  entityUrl: ({ region }) => consoleUrl(region, "cloudformation/home?#/stacks"),
};
