import { minute, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import { madeUpVariables } from "./made-up-variables";
import type { ProviderModel } from "./provider-model";

/** Commands: shell lines that run without a build project and log under the pipeline's name. */
export const commands: ProviderModel = {
  timeoutMs: 55 * minute,
  plan({ random, account, region, pipeline, action, variablesAsked, executionId }) {
    const keys = [...new Set([...(action.outputVariables ?? []), ...variablesAsked])];
    const logGroup = `/aws/codepipeline/${pipeline}`;
    return {
      durationMs: random.between(20 * second, 90 * second),
      externalExecutionId: random.uuid(),
      externalExecutionUrl: consoleUrl(
        region,
        `cloudwatch/home?#logsV2:log-groups/log-group/${encodeURIComponent(logGroup)}`,
      ),
      logStreamArn: `arn:aws:logs:${region}:${account}:log-group:${logGroup}:log-stream:${executionId}`,
      outputVariables: madeUpVariables(keys, random),
      failure: {
        code: "JobFailed",
        message: `The command ${action.commands?.at(-1) ?? ""} ended with exit code 1.`,
      },
    };
  },
};
