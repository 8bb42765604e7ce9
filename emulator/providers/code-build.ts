import { hour, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import { madeUpVariables } from "./made-up-variables";
import type { ProviderModel } from "./provider-model";

/** CodeBuild, for builds and tests. Exports the variables other actions refer to. */
export const codeBuild: ProviderModel = {
  timeoutMs: 36 * hour,
  plan({ random, account, region, configuration, variablesAsked }) {
    const project = configuration.ProjectName ?? "build";
    const build = random.uuid();
    return {
      durationMs: random.between(60 * second, 300 * second),
      externalExecutionId: `${project}:${build}`,
      externalExecutionUrl: consoleUrl(
        region,
        `codesuite/codebuild/${account}/projects/${project}/build/${project}:${build}/log`,
      ),
      logStreamArn: `arn:aws:logs:${region}:${account}:log-group:/aws/codebuild/${project}:log-stream:${build}`,
      outputVariables: madeUpVariables(variablesAsked, random),
      failure: {
        code: "JobFailed",
        message:
          "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: Error while executing command: npm test. Reason: exit status 1",
      },
    };
  },
  entityUrl: ({ account, region, action }) =>
    consoleUrl(region, `codesuite/codebuild/${account}/projects/${action.configuration?.ProjectName ?? ""}`),
};
