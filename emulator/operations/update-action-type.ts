import { noSuchType } from "../engine/action-types/no-such-type";
import type { PartnerTypeDeclaration } from "../engine/action-types/partner-types";
import { ServiceError } from "../engine/service-error";
import { actionTypeEntry } from "../providers/action-type-catalogue";
import { defineOperation } from "./operation";

interface Input {
  actionType: PartnerTypeDeclaration;
}

function checkExecutor({ executor }: PartnerTypeDeclaration): void {
  const { lambdaExecutorConfiguration: lambda, jobWorkerExecutorConfiguration: worker } =
    executor.configuration;
  const fits = executor.type === "Lambda" ? lambda && !worker : worker && !lambda;
  if (fits) return;
  throw new ServiceError(
    "ValidationException",
    `The executor of type ${executor.type} must have the configuration of that type and no other`,
  );
}

/**
 * UpdateActionType: replaces the declaration of a partner's type for all accounts of the region. With polling accounts
 * named, their workers do its work through third-party jobs. Types of AWS's own are refused: RequestFailedException.
 */
export const updateActionType = defineOperation<Input>({
  name: "UpdateActionType",
  input: "UpdateActionTypeInput",
  errors: ["RequestFailed", "ActionTypeNotFound"],
  run(world, ctx, { actionType }) {
    const known = actionTypeEntry(actionType.id);
    if (known?.id.version !== actionType.id.version) throw noSuchType(actionType.id);
    if (actionType.id.owner !== "ThirdParty") {
      throw new ServiceError(
        "RequestFailedException",
        `The action type '${actionType.id.provider}' is AWS's own; only the provider of an action type can update it`,
      );
    }
    checkExecutor(actionType);
    world.region(ctx.account, ctx.region).partners.put(actionType);
    return undefined;
  },
});
