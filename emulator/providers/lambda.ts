import { hour, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import { madeUpVariables } from "./made-up-variables";
import type { ProviderModel } from "./provider-model";

/** A Lambda function that answers with PutJobSuccessResult; returns the variables other actions refer to. */
export const lambda: ProviderModel = {
  timeoutMs: 24 * hour,
  plan({ random, region, configuration, variablesAsked }) {
    const functionName = configuration.FunctionName ?? "";
    return {
      durationMs: random.between(1 * second, 20 * second),
      externalExecutionId: random.uuid(),
      externalExecutionUrl: consoleUrl(region, `lambda/home?#/functions/${functionName}`),
      outputVariables: madeUpVariables(variablesAsked, random),
      failure: {
        code: "JobFailed",
        message: `The AWS Lambda function ${functionName} failed to return a result.`,
      },
    };
  },
  entityUrl: ({ region, action }) =>
    consoleUrl(region, `lambda/home?#/functions/${action.configuration?.FunctionName ?? ""}`),
};
