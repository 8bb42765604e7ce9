import { day, second } from "../engine/duration";
import { consoleUrl } from "./console-url";
import type { ProviderModel } from "./provider-model";

/** Step Functions: one run of a state machine. */
export const stepFunctions: ProviderModel = {
  timeoutMs: 7 * day,
  plan({ random, account, region, configuration }) {
    const machineArn = configuration.StateMachineArn ?? "";
    const machine = machineArn.split(":").at(-1) ?? "";
    const executionArn = `arn:aws:states:${region}:${account}:execution:${machine}:${random.uuid()}`;
    return {
      durationMs: random.between(10 * second, 120 * second),
      externalExecutionId: executionArn,
      externalExecutionUrl: consoleUrl(region, `states/home?#/v2/executions/details/${executionArn}`),
      summary: "State machine run succeeded.",
      outputVariables: { StateMachineArn: machineArn, ExecutionArn: executionArn },
      failure: { code: "JobFailed", message: "The state machine run ended with the status FAILED." },
    };
  },
  entityUrl: ({ region, action }) =>
    consoleUrl(region, `states/home?#/statemachines/view/${action.configuration?.StateMachineArn ?? ""}`),
};
